import { describe, expect, it } from 'vitest';
import { newId } from '../samples.ts';
import { inPartition, invalid, type MakeTable } from './harness.ts';

export function describeIndexes(make: MakeTable): void {
  const table = () => {
    const commands = inPartition(make);
    const status_pk = newId('status');
    const query = (input: object = {}) =>
      commands.query({
        IndexName: 'by_status',
        KeyConditionExpression: '#pk = :status',
        ExpressionAttributeNames: { '#pk': 'status_pk' },
        ExpressionAttributeValues: { ':status': status_pk },
        ...input,
      });
    return {
      ...commands,
      status_pk,
      query,
      found: async (input: object = {}) => ((await query(input)).Items ?? []).map(({ sk }) => String(sk)),
    };
  };

  describe('an index', () => {
    it('has the items that have its keys, whole, in the order of its sort key', async () => {
      const { pk, status_pk, put, query, found } = table();
      await put({ sk: '1', status_pk, status_sk: 'b', more: [1] });
      await put({ sk: '2', status_pk, status_sk: 'a' });
      await put({ sk: '3', status_pk: `${status_pk}-other`, status_sk: 'a' });
      await put({ sk: '4', status_sk: 'a' });
      await put({ sk: '5', status_pk });

      expect((await query()).Items).toEqual([
        { pk, sk: '2', status_pk, status_sk: 'a' },
        { pk, sk: '1', status_pk, status_sk: 'b', more: [1] },
      ]);
      expect(await found({ ScanIndexForward: false })).toEqual(['1', '2']);
    });

    it('follows its items: moved, changed, left and deleted', async () => {
      const { status_pk, put, update, remove, found } = table();
      await put({ sk: '1', status_pk, status_sk: 'a' });
      await put({ sk: '2', status_pk, status_sk: 'b' });
      await put({ sk: '3', status_pk, status_sk: 'c' });
      await put({ sk: '4', status_pk, status_sk: 'd' });

      await put({ sk: '1', status_pk, status_sk: 'e' });
      await update('2', { UpdateExpression: 'REMOVE status_pk' });
      await remove('3');
      expect(await found()).toEqual(['4', '1']);

      await update('2', {
        UpdateExpression: 'SET status_pk = :status, status_sk = :at',
        ExpressionAttributeValues: { ':status': status_pk, ':at': 'dd' },
      });
      expect(await found()).toEqual(['4', '2', '1']);
    });

    it('is paged with the keys of the index and of the table', async () => {
      const { pk, status_pk, put, query, found } = table();
      for (const sk of ['1', '2', '3']) await put({ sk, status_pk, status_sk: 'same' });
      await put({ sk: '0', status_pk, status_sk: 'then' });

      const { LastEvaluatedKey } = await query({ Limit: 2 });

      expect(LastEvaluatedKey).toEqual({ pk, sk: '2', status_pk, status_sk: 'same' });
      expect(await found({ ExclusiveStartKey: LastEvaluatedKey })).toEqual(['3', '0']);
      expect(await found({ ExclusiveStartKey: LastEvaluatedKey, ScanIndexForward: false })).toEqual(['1']);
    });

    it('takes a range of its sort key', async () => {
      const { status_pk, put, found } = table();
      for (const sk of ['1', '2', '3']) await put({ sk, status_pk, status_sk: sk });

      const range = {
        KeyConditionExpression: 'status_pk = :status AND status_sk <= :at',
        ExpressionAttributeNames: undefined,
        ExpressionAttributeValues: { ':status': status_pk, ':at': '2' },
      };

      expect(await found(range)).toEqual(['1', '2']);
    });

    it('can’t be read strongly, must exist, and begins behind a whole key', async () => {
      const { pk, status_pk, query } = table();

      await expect(query({ ConsistentRead: true })).rejects.toMatchObject(invalid);
      await expect(query({ IndexName: 'by_nothing' })).rejects.toMatchObject(invalid);
      const part = { pk, sk: 'a', status_pk };
      await expect(query({ ExclusiveStartKey: part })).rejects.toMatchObject(invalid);
    });
  });
}

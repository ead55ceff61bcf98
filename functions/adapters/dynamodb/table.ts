// The one table behind a narrow face: keys in, parsed items out, failed conditions as typed faults.

import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { ConcurrentChange, StorageUnavailable } from '../../domain/faults.ts';
import type { Key } from './keys.ts';
import { additions, createWrites, type Item, type Write } from './table-writes.ts';

export type { Item, Write };

/** Which writes of a refused transaction failed their condition; none where another transaction was in the way. */
export class TransactionRefused extends Error {
  override name = 'TransactionRefused';
  readonly failed: ReadonlySet<number>;
  constructor(failed: ReadonlySet<number>) {
    super('A condition of the transaction did not hold.');
    this.failed = failed;
  }
}

/** As much of the document client as a table needs, so that another engine can stand in its place. */
export type DocumentClient = Pick<DynamoDBDocumentClient, 'send'>;

export type Table = ReturnType<typeof createTable>;

export function createTable(
  tableName: string,
  documents: DocumentClient = DynamoDBDocumentClient.from(new DynamoDBClient({})),
) {
  return {
    ...createWrites(tableName),

    async get(key: Key): Promise<Item | null> {
      const answer = await documents.send(
        new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
      );
      return answer.Item ?? null;
    },

    /**
     * Reads up to 100 items, strongly consistent, in one round trip; answers in the order of the keys.
     * @throws StorageUnavailable where DynamoDB left some unread: a part of the truth is none.
     */
    async getAll(keys: readonly Key[]): Promise<(Item | null)[]> {
      const answer = await documents.send(
        new BatchGetCommand({ RequestItems: { [tableName]: { Keys: [...keys], ConsistentRead: true } } }),
      );
      if (Object.keys(answer.UnprocessedKeys ?? {}).length > 0) {
        throw new StorageUnavailable('DynamoDB left keys unread');
      }
      const items = answer.Responses?.[tableName] ?? [];
      return keys.map((key) => items.find((item) => item['pk'] === key.pk && item['sk'] === key.sk) ?? null);
    },

    async query(input: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
      const answer = await documents.send(new QueryCommand({ TableName: tableName, ...input }));
      return answer.Items ?? [];
    },

    /** How many items a query finds, up to so many. */
    async count(input: Omit<QueryCommandInput, 'TableName'>, atMost: number): Promise<number> {
      let counted = 0;
      let start: Item | undefined;
      do {
        const answer: QueryCommandOutput = await documents.send(
          new QueryCommand({
            TableName: tableName,
            ...input,
            Select: 'COUNT',
            Limit: atMost - counted,
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        counted += answer.Count ?? 0;
        // An answer ends after 1 MB, whatever the limit.
        start = answer.LastEvaluatedKey;
      } while (start !== undefined && counted < atMost);
      return counted;
    },

    /** Saves all or nothing. @throws TransactionRefused */
    async transact(writes: readonly Write[]): Promise<void> {
      try {
        await documents.send(new TransactWriteCommand({ TransactItems: [...writes] }));
      } catch (fault) {
        if (!(fault instanceof TransactionCanceledException)) throw fault;
        throw refused(fault);
      }
    },

    /** Adds to numbers of one item, which needn't exist, and sets others of it. */
    async increment(key: Key, amounts: Readonly<Record<string, number>>, set: Item): Promise<void> {
      await documents.send(new UpdateCommand({ TableName: tableName, Key: key, ...additions(amounts, set) }));
    },

    /**
     * Puts one item where the condition holds, and tells whether it did.
     * @throws ConcurrentChange where a transaction is writing the same item right now.
     */
    async putIf(item: Item, condition: string, values?: Item): Promise<boolean> {
      try {
        await documents.send(
          new PutCommand({
            TableName: tableName,
            Item: item,
            ConditionExpression: condition,
            ...(values !== undefined && { ExpressionAttributeValues: values }),
          }),
        );
        return true;
      } catch (fault) {
        if (fault instanceof ConditionalCheckFailedException) return false;
        // The SDK repeats no such call by itself.
        if (fault instanceof TransactionConflictException) throw new ConcurrentChange();
        throw fault;
      }
    },
  };
}

/** Throttling and the like are thrown as they are. */
function refused(fault: TransactionCanceledException): Error {
  const codes = (fault.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  const failed = new Set(codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : [])));
  if (failed.size > 0) return new TransactionRefused(failed);
  if (codes.includes('TransactionConflict')) return new TransactionRefused(new Set());
  return fault;
}

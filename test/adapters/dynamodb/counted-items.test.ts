// Counting goes on where DynamoDB ends an answer, which is after 1 MB.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';

const there = 7;
const pk = newId('large');
const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
  for (let number = 1; number <= there; number += 1) {
    const item = { pk, sk: String(number), filling: 'x'.repeat(390 * 1024) };
    await engine.table.putIf(item, 'attribute_not_exists(pk)');
  }
});
afterAll(() => engine.close());

it('one answer has not all of the items that this is about', async () => {
  expect((await engine.table.query(query)).length).toBeLessThan(there);
});

it.each([
  [100, there],
  [there, there],
  [there - 1, there - 1],
  [1, 1],
])('up to %i of them are %i', async (atMost, counted) => {
  expect(await engine.table.count(query, atMost)).toBe(counted);
});

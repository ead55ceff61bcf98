// Whatever is asked of them, both engines answer the same and end up with the same items.

import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentClient } from '../../../functions/adapters/dynamodb/table.ts';
import { calmTable } from '../../simulation/engine/calm-table.ts';
import { newId } from '../contracts/samples.ts';
import { command, type RandomCommand } from '../contracts/table/random-commands.ts';
import { startTestTable, type TestTable } from '../support/table.ts';

const timeLimitMs = 7_000;

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

it('any commands have the same answers and leave the same items', async () => {
  const simulated = calmTable();

  const sameAnswers = fc.asyncProperty(
    fc.array(command, { minLength: 5, maxLength: 25 }),
    async (commands) => {
      const pk = newId('p');
      for (const one of commands) {
        const expected = await outcomeOf(one, engine.documents, engine.name, pk);
        const actual = await outcomeOf(one, simulated.documents, engine.name, pk);
        expect(actual, String(one)).toEqual(expected);
      }
      expect(simulated.partition(pk)).toEqual(await itemsOf(engine.documents, engine.name, pk));
    },
  );

  await fc.assert(sameAnswers, {
    numRuns: 100,
    interruptAfterTimeLimit: timeLimitMs,
    markInterruptAsFailure: false,
  });
});

async function outcomeOf(
  one: RandomCommand,
  documents: DocumentClient,
  tableName: string,
  pk: string,
): Promise<unknown> {
  try {
    return comparable((await one.send(documents, tableName, pk)) as object);
  } catch (fault) {
    const { name, CancellationReasons: reasons } = fault as {
      name: string;
      CancellationReasons?: { Code?: string }[];
    };
    const codes = reasons?.map(({ Code }) => Code);
    // An update that can't be made is told in one of two ways, which differ for keys of an index.
    return codes?.includes('ValidationError') ? { fault: 'ValidationException' } : { fault: name, codes };
  }
}

/** Items of a BatchGet have no order. */
function comparable(answer: object): object {
  const {
    $metadata: _,
    Responses,
    ...rest
  } = answer as {
    $metadata?: unknown;
    Responses?: Record<string, { sk: string }[]>;
  };
  if (Responses === undefined) return rest;
  const items = Object.values(Responses).flat();
  return { ...rest, items: items.toSorted((one, other) => one.sk.localeCompare(other.sk)) };
}

async function itemsOf(documents: DocumentClient, TableName: string, pk: string): Promise<unknown> {
  const input = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
  return (await documents.send(new QueryCommand({ TableName, ...input, ConsistentRead: true }))).Items;
}

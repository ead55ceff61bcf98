// RideGate's table in the embedded engine, made from the synthesized template, with a meter on every request.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { createTable, type Table } from '../functions/adapters/dynamodb/table.ts';
import { localClientConfig } from '../local/engines/client-config.ts';
import { startDynamoDb } from '../local/engines/dynamodb.ts';
import { provideTables } from '../local/engines/tables.ts';
import { portsFrom } from '../local/settings.ts';
import { synthesize } from '../local/synthesize.ts';
import { planDeployment } from '../local/template/plan.ts';
import { readAssembly } from '../local/template/read.ts';

/** What one request consumed, as `ReturnConsumedCapacity` tells. */
export type MeteredRequest = {
  /** Such as `BatchGetItem`. */
  operation: string;
  readUnits: number;
  writeUnits: number;
  /** The part of them that went into each index. */
  indexUnits: Readonly<Record<string, number>>;
};

export type MeteredTable = {
  table: Table;
  /** The requests that a piece of work made, in order. */
  meter: (work: () => Promise<unknown>) => Promise<readonly MeteredRequest[]>;
  close: () => Promise<void>;
};

const basePort = 4000;

export async function startMeteredTable(): Promise<MeteredTable> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ridegate-bench-'));
  const ports = portsFrom(basePort);
  const stripe = { mode: 'simulator', apiKey: 'sk_test_bench' } as const;
  await synthesize(path.join(folder, 'cdk.out'), { ports, stripe }, new AbortController().signal);
  const { tables } = planDeployment(readAssembly(path.join(folder, 'cdk.out')), ports);
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw new Error('The templates should have one table.');
  const engine = await startDynamoDb({
    port: await freePort(),
    databaseFile: path.join(folder, 'table.db'),
    endpoint: process.env['DYNAMODB_ENDPOINT'],
    onLost: (reason) => {
      throw new Error(reason);
    },
  });
  await provideTables(engine.endpoint, tables);
  engine.indexStream();
  const client = new DynamoDBClient(localClientConfig(engine.endpoint));
  let seen: MeteredRequest[] = [];
  meterRequests(client, (request) => seen.push(request));
  return {
    table: createTable(table.name, DynamoDBDocumentClient.from(client)),
    meter: async (work) => {
      seen = [];
      await work();
      return seen;
    },
    close: async () => {
      client.destroy();
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const units = z.object({ CapacityUnits: z.number() });
const consumed = units.extend({
  GlobalSecondaryIndexes: z.record(z.string(), units).default({}),
});
const answer = z.object({
  ConsumedCapacity: z.union([z.array(consumed), consumed.transform((one) => [one])]),
});

const reading = ['GetItem', 'BatchGetItem', 'Query'];

function meterRequests(client: DynamoDBClient, note: (request: MeteredRequest) => void): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
      const result = await next(args);
      const { ConsumedCapacity } = answer.parse(result.output);
      const operation = String(context['commandName']).replace(/Command$/, '');
      const total = ConsumedCapacity.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      const isRead = reading.includes(operation);
      note({
        operation,
        readUnits: isRead ? total : 0,
        writeUnits: isRead ? 0 : total,
        indexUnits: Object.fromEntries(
          ConsumedCapacity.flatMap(({ GlobalSecondaryIndexes }) =>
            Object.entries(GlobalSecondaryIndexes).map(([name, { CapacityUnits }]) => [name, CapacityUnits]),
          ),
        ),
      });
      return result;
    },
    { step: 'initialize', name: 'meterRequests' },
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('found no free port');
  return address.port;
}

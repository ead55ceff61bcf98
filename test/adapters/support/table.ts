// RideGate's table in a real DynamoDB engine, made from the synthesized template, so that an index or a key
// that the template lacks fails here as it would in AWS.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateTableCommand, DynamoDBClient, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { createTable, type Item, type Table } from '../../../functions/adapters/dynamodb/table.ts';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { startDynamoDb, type DynamoDbEngine } from '../../../local/engines/dynamodb.ts';
import { synthesize, templateOf } from '../../lib/synthesized.ts';
import { newId } from '../contracts/samples.ts';
import { freePort } from './free-port.ts';

export type TestTable = {
  table: Table;
  documents: DynamoDBDocumentClient;
  name: string;
  endpoint: string;
  /** All items of a partition, by sort key. */
  itemsOf: (partition: string, sortKeyPrefix?: string) => Promise<Item[]>;
  /** One more table, for a case that must find its own items alone. */
  another: () => Promise<Table>;
  close: () => Promise<void>;
};

export async function startTestTable(): Promise<TestTable> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ridegate-table-'));
  const engine = await startEngine(folder);
  const client = new DynamoDBClient(localClientConfig(engine.endpoint));
  const documents = DynamoDBDocumentClient.from(client);
  const name = newId('ridegate');
  const shape = templateTable();
  const create = async (TableName: string): Promise<Table> => {
    await client.send(new CreateTableCommand({ ...shape, TableName }));
    return createTable(TableName, documents);
  };
  const table = await create(name);
  engine.indexStream();
  return {
    table,
    documents,
    name,
    endpoint: engine.endpoint,
    itemsOf: async (partition, sortKeyPrefix = '') => {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: sortKeyPrefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: {
            ':pk': partition,
            ...(sortKeyPrefix !== '' && { ':prefix': sortKeyPrefix }),
          },
          ConsistentRead: true,
        }),
      );
      return Items;
    },
    another: () => create(newId('ridegate')),
    close: async () => {
      client.destroy();
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startEngine(folder: string): Promise<DynamoDbEngine> {
  return startDynamoDb({
    port: await freePort(),
    databaseFile: path.join(folder, 'table.db'),
    endpoint: process.env['DYNAMODB_ENDPOINT'],
    binary: process.env['DYNOXIDE_PATH'],
    // A lost engine fails the test that talks to it.
    onLost: () => undefined,
  });
}

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const tableProperties = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z.array(
    z.object({
      IndexName: z.string(),
      KeySchema: keySchema,
      Projection: z.object({
        ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
        NonKeyAttributes: z.array(z.string()).exactOptional(),
      }),
    }),
  ),
  StreamSpecification: z.object({ StreamViewType: z.enum(['NEW_IMAGE', 'NEW_AND_OLD_IMAGES']) }),
});

/** The one table of the data stack, as CreateTable takes it. */
function templateTable(): Omit<CreateTableCommandInput, 'TableName'> {
  const found = templateOf(synthesize(), 'Data').findResources('AWS::DynamoDB::Table');
  const [resource] = Object.values(found);
  const properties = tableProperties.parse(resource?.['Properties']);
  return {
    ...properties,
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamEnabled: true, ...properties.StreamSpecification },
  };
}

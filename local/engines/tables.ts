// Creates the templates' tables in a DynamoDB, or makes sure that those it has are still the same.
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
  type GlobalSecondaryIndex,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { StartFailure } from '../failure.ts';
import type { KeyAttribute, Table } from '../template/deployment.ts';
import { localClientConfig } from './client-config.ts';

/** @throws StartFailure where a table of an earlier start has other keys or indexes than the template */
export async function provideTables(endpoint: string, tables: readonly Table[]): Promise<void> {
  const client = new DynamoDBClient(localClientConfig(endpoint));
  try {
    for (const table of tables) {
      const existing = await describe(client, table.name);
      if (existing === undefined) await create(client, table);
      else requireSame(existing, table);
    }
  } finally {
    client.destroy();
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(client: DynamoDBClient, table: Table): Promise<void> {
  const indexes = table.indexes.map((index): GlobalSecondaryIndex => ({
    IndexName: index.IndexName,
    KeySchema: [...index.KeySchema],
    Projection: {
      ProjectionType: index.Projection.ProjectionType,
      ...(index.Projection.NonKeyAttributes === undefined
        ? {}
        : { NonKeyAttributes: [...index.Projection.NonKeyAttributes] }),
    },
  }));
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [...table.keySchema],
      AttributeDefinitions: [...table.attributes],
      ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
      ...(table.streamView === undefined
        ? {}
        : { StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView } }),
    }),
  );
  if (table.ttlAttribute === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: table.name,
      TimeToLiveSpecification: { Enabled: true, AttributeName: table.ttlAttribute },
    }),
  );
}

function requireSame(existing: TableDescription, table: Table): void {
  const shape = (keys: readonly Partial<KeyAttribute>[] = []) =>
    keys.map(({ AttributeName, KeyType }) => `${KeyType ?? ''} ${AttributeName ?? ''}`).join();
  const before = [
    shape(existing.KeySchema as KeyAttribute[]),
    ...(existing.GlobalSecondaryIndexes ?? [])
      .map((index) => `${index.IndexName ?? ''}: ${shape(index.KeySchema as KeyAttribute[])}`)
      .sort(),
  ];
  const after = [
    shape(table.keySchema),
    ...table.indexes.map((index) => `${index.IndexName}: ${shape(index.KeySchema)}`).sort(),
  ];
  if (before.join(';') !== after.join(';')) {
    throw new StartFailure(
      `The keys or indexes of table ${table.name} have changed since the last start: run "npm run reset" to begin anew.`,
    );
  }
}

import { createTable, type DocumentClient, type Table } from '../../adapters/dynamodb/table.ts';
import { parseSettings, tableEnv } from '../../contracts/env.ts';

/** The table that the environment names; `documents` where its client has to be another than the SDK's usual one. */
export function composeTable(documents?: DocumentClient): Table {
  const { TABLE_NAME } = parseSettings(tableEnv, process.env, 'The environment');
  return createTable(TABLE_NAME, documents);
}

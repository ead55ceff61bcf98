// The table as both engines offer it, and short ways to speak to it.

import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type BatchGetCommandInput,
  type DeleteCommandInput,
  type GetCommandInput,
  type PutCommandInput,
  type QueryCommandInput,
  type TransactWriteCommandInput,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { DocumentClient, Item } from '../../../../functions/adapters/dynamodb/table.ts';
import { newId } from '../samples.ts';

/** A record of the table's stream, as far as its readers go; images in DynamoDB's own JSON. */
export type TableRecord = {
  eventName: string | undefined;
  Keys: unknown;
  NewImage: unknown;
  OldImage: unknown;
};

export type TableHarness = {
  documents: DocumentClient;
  tableName: string;
  /** The stream's records from a partition, oldest first. */
  recordsOf: (partition: string) => Promise<TableRecord[]>;
};

export type MakeTable = () => TableHarness;

type Without<Input> = Omit<Input, 'TableName'>;

/** The commands on a table, and a partition that no other case has. */
export function inPartition(make: MakeTable) {
  const { documents, tableName: TableName, recordsOf } = make();
  const pk = newId('p');
  const key = (sk: string) => ({ pk, sk });
  const get = async (sk: string, input: Without<Partial<GetCommandInput>> = {}) =>
    (await documents.send(new GetCommand({ TableName, Key: key(sk), ConsistentRead: true, ...input }))).Item;
  return {
    pk,
    key,
    get,
    TableName,
    put: (item: Item, input: Without<Partial<PutCommandInput>> = {}) =>
      documents.send(new PutCommand({ TableName, Item: { pk, ...item }, ...input })),
    update: (sk: string, input: Without<Partial<UpdateCommandInput>>) =>
      documents.send(new UpdateCommand({ TableName, Key: key(sk), ReturnValues: 'ALL_NEW', ...input })),
    remove: (sk: string, input: Without<Partial<DeleteCommandInput>> = {}) =>
      documents.send(new DeleteCommand({ TableName, Key: key(sk), ...input })),
    getAll: (request: NonNullable<BatchGetCommandInput['RequestItems']>[string]) =>
      documents.send(new BatchGetCommand({ RequestItems: { [TableName]: request } })),
    query: (input: Without<QueryCommandInput>) => documents.send(new QueryCommand({ TableName, ...input })),
    transact: (TransactItems: TransactWriteCommandInput['TransactItems']) =>
      documents.send(new TransactWriteCommand({ TransactItems })),
    records: () => recordsOf(pk),
  };
}

/** What DynamoDB calls the refusal of something that can't be asked. */
export const invalid = { name: 'ValidationException' };
/** What DynamoDB calls the refusal of a write whose condition doesn't hold. */
export const conditionFailed = { name: 'ConditionalCheckFailedException' };

// What stands in a run's table and in its stream, as they are and opened with the run's key.

import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { customerOfPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { Vault } from '../../functions/adapters/encryption/vault.ts';
import { identityFields, type SealedField } from '../../functions/contracts/sealed-fields.ts';
import type { CustomerRef } from '../../functions/domain/customer.ts';
import { localClientConfig } from '../../local/engines/client-config.ts';
import { createStreamsClient } from '../../local/pollers/streams-client.ts';

/** `place` says what item it is, without whose. */
export type Content = { place: string; pk: string; bytes: Buffer };

type Item = Record<string, unknown>;

export async function scan(endpoint: string): Promise<{ tableName: string; items: Item[] }> {
  const client = new DynamoDBClient(localClientConfig(endpoint));
  try {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    const [tableName = ''] = TableNames;
    const items: Item[] = [];
    const pages = paginateScan({ client: DynamoDBDocumentClient.from(client) }, { TableName: tableName });
    for await (const { Items = [] } of pages) items.push(...Items);
    return { tableName, items };
  } finally {
    client.destroy();
  }
}

/** The items as they are stored: their texts and their bytes. */
export function contentsOf(items: readonly Item[]): Content[] {
  return items.map((item) => ({
    place: placeOf(item['sk']),
    pk: String(item['pk']),
    bytes: Buffer.concat([Buffer.from(JSON.stringify(item)), ...bytesIn(item)]),
  }));
}

/** What the items hold once they are opened. */
export async function openedContentsOf(items: readonly Item[], vault: Vault): Promise<Content[]> {
  const opened = items.map(async (item): Promise<Content[]> => {
    const ref = customerOfPartition(String(item['pk']));
    if (ref === null) return [];
    const texts = await Promise.all(bytesIn(item).map((sealed) => open(vault, ref, sealed)));
    return texts.map((text) => ({
      place: placeOf(item['sk']),
      pk: String(item['pk']),
      bytes: Buffer.from(text),
    }));
  });
  return (await Promise.all(opened)).flat();
}

/** Every record that the table's stream still has, with the item before and after. */
export async function streamContents(endpoint: string, tableName: string): Promise<Content[]> {
  const streams = createStreamsClient(endpoint);
  const contents: Content[] = [];
  const arn = await streams.streamOf(tableName);
  for (const shard of await streams.shardsOf(arn)) {
    let iterator: string | undefined = await streams.iteratorAfter(arn, shard, undefined);
    while (iterator !== undefined) {
      const page = await streams.read(iterator, 1000);
      for (const { dynamodb } of page.records) {
        const keys = JSON.stringify(dynamodb['Keys']);
        const sk = /"sk":\{"S":"([^"]*)"/.exec(keys)?.[1];
        contents.push({ place: placeOf(sk), pk: keys, bytes: Buffer.from(JSON.stringify(dynamodb)) });
      }
      iterator = page.records.length === 0 ? undefined : page.next;
    }
  }
  return contents;
}

function placeOf(sk: unknown): string {
  return String(sk).replace(/#.*/, '#');
}

function bytesIn(value: unknown): Uint8Array[] {
  if (value instanceof Uint8Array) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(bytesIn);
}

const sealedFields: readonly SealedField[] = [
  ...identityFields,
  'masked',
  'signup',
  'signals',
  'alternative',
  'notes',
];

/** Which field it was sealed as isn't told, so each is tried. */
async function open(vault: Vault, ref: CustomerRef, sealed: Uint8Array): Promise<string> {
  const tries = await Promise.allSettled(sealedFields.map((field) => vault.open(ref, field, sealed)));
  const [opened] = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (opened === undefined) throw new Error('something that is sealed does not open');
  return opened;
}

// DynamoDB in memory, for simulations: exact in what our code uses, fast, and troubled on demand. A contract suite
// holds it and the embedded engine equal. What it doesn't know it refuses by name: sets, the order and the parts
// of bytes, fractions in updates, positions of lists in updates, pages cut at 1 MB, and reserved words, which the embedded engine refuses.

import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from '../../../functions/adapters/dynamodb/keys.ts';
import type { DocumentClient, Item } from '../../../functions/adapters/dynamodb/table.ts';
import { readQuery } from './commands/query.ts';
import { readBatchGet, readGet } from './commands/reads.ts';
import type { Request } from './commands/request.ts';
import { writeTransaction } from './commands/transaction.ts';
import { writeDelete, writePut, writeUpdate } from './commands/writes.ts';
import { expireItems } from './expiry.ts';
import { perform } from './perform.ts';
import { NotSimulated } from './invalid.ts';
import type { StorageHooks } from './storage-hooks.ts';
import { createStore, type Store } from './store.ts';
import { createStream, type Stream } from './stream.ts';

export type SimulatedTable = {
  documents: DocumentClient;
  /** Everything that was committed, in order, as Lambda's event source hands it over. */
  stream: Stream;
  /** All items as of now, frozen. */
  items(): Iterable<Item>;
  get(key: Key): Item | null;
  /** By sort key. */
  partition(pk: string): readonly Item[];
  /** Deletes what has expired by now, as the table's time to live would some day; answers how many items. */
  expire(): number;
};

export function createSimulatedTable(hooks: StorageHooks): SimulatedTable {
  const store = createStore(hooks.nowMs);
  const send = async (command: object) => perform(requestOf(command, store), store, hooks);
  return {
    documents: { send },
    stream: createStream(store.changes),
    items: function* () {
      for (const partition of store.table.partitions()) yield* partition;
    },
    get: (key) => store.get(key),
    partition: (pk) => store.table.partition(pk).slice(),
    expire: () => expireItems(store, hooks.nowMs()),
  };
}

function requestOf(command: object, store: Store): Request {
  if (command instanceof GetCommand) return readGet(command.input);
  if (command instanceof BatchGetCommand) return readBatchGet(command.input);
  if (command instanceof QueryCommand) return readQuery(command.input, store);
  if (command instanceof PutCommand) return writePut(command.input);
  if (command instanceof UpdateCommand) return writeUpdate(command.input);
  if (command instanceof DeleteCommand) return writeDelete(command.input);
  if (command instanceof TransactWriteCommand) return writeTransaction(command.input);
  throw new NotSimulated(`the command ${command.constructor.name}`);
}

/**
 * Documents in SQLite, one table for every kind. Each change is committed before anybody hears of it, and
 * the write-ahead log keeps a killed process' file whole.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** The documents with a value in one of the fields that are indexed, so that finding them takes no pass over all. */
export interface Among {
  field: IndexedField;
  value: string;
}

const INDEXED_FIELDS = ['customer', 'verification_session'] as const;
type IndexedField = (typeof INDEXED_FIELDS)[number];

/** Documents of one kind, in the order in which they were first put. */
export interface Collection<T> {
  get(id: string): T | undefined;
  put(id: string, document: T): void;
  delete(id: string): void;
  oldestFirst(): Iterable<T>;
  /** From the newest to the oldest; with `olderThan`, only those put before that id. */
  newestFirst(olderThan?: string, among?: Among): Iterable<T>;
}

export interface Store {
  collection<T>(kind: string, schema: z.ZodType<T>): Collection<T>;
  /** All or nothing; a transaction inside another is part of it. */
  transaction<T>(work: () => T): T;
  /** Runs once the current transaction is committed, and never if it fails; at once outside of one. */
  afterCommit(action: () => void): void;
  close(): void;
}

const SCHEMA = `
  PRAGMA busy_timeout = 2000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS documents (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS documents_by_kind ON documents (kind, position);
  ${INDEXED_FIELDS.map(
    (field) =>
      `CREATE INDEX IF NOT EXISTS documents_by_${field} ON documents (kind, ${valueOf(field)}, position);`,
  ).join('\n')}
`;

function valueOf(field: IndexedField): string {
  return `json_extract(body, '$.${field}')`;
}

const row = z.object({ body: z.string() });

/** Opens a store on a file, or in memory without one. Throws one clear sentence if the file can't be used. */
export function openStore(dataFile?: string): Store {
  const database = openDatabase(dataFile);
  const select = database.prepare('SELECT body FROM documents WHERE kind = ? AND id = ?');
  const upsert = database.prepare(
    'INSERT INTO documents (kind, id, body) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  );
  const remove = database.prepare('DELETE FROM documents WHERE kind = ? AND id = ?');
  let afterCommit: (() => void)[] | undefined;

  return {
    collection<T>(kind: string, schema: z.ZodType<T>): Collection<T> {
      const parse = (found: unknown): T => schema.parse(JSON.parse(row.parse(found).body));
      // A statement of its own for each pass: iterating one statement twice at a time would restart it.
      function* pass(sql: string, ...values: string[]): Generator<T> {
        for (const found of database.prepare(sql).iterate(...values)) yield parse(found);
      }
      const byKind = 'SELECT body FROM documents WHERE kind = ?';
      return {
        get(id) {
          const found = select.get(kind, id);
          return found === undefined ? undefined : parse(found);
        },
        put: (id, document) => void upsert.run(kind, id, JSON.stringify(document)),
        delete: (id) => void remove.run(kind, id),
        oldestFirst: () => pass(`${byKind} ORDER BY position`, kind),
        newestFirst(olderThan, among) {
          const wanted = among === undefined ? byKind : `${byKind} AND ${valueOf(among.field)} = ?`;
          const values = among === undefined ? [kind] : [kind, among.value];
          if (olderThan === undefined) return pass(`${wanted} ORDER BY position DESC`, ...values);
          const place = '(SELECT position FROM documents WHERE kind = ? AND id = ?)';
          return pass(`${wanted} AND position < ${place} ORDER BY position DESC`, ...values, kind, olderThan);
        },
      };
    },

    transaction(work) {
      if (afterCommit) return work();
      const actions: (() => void)[] = [];
      afterCommit = actions;
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        afterCommit = undefined;
        for (const action of actions) action();
        return result;
      } catch (error) {
        afterCommit = undefined;
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },

    afterCommit(action) {
      if (afterCommit) afterCommit.push(action);
      else action();
    },

    close: () => database.close(),
  };
}

function openDatabase(dataFile: string | undefined): DatabaseSync {
  try {
    if (dataFile !== undefined) mkdirSync(dirname(dataFile), { recursive: true });
    const database = new DatabaseSync(dataFile ?? ':memory:');
    database.exec(SCHEMA);
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The Stripe simulator can't use its data file ${dataFile ?? '(in memory)'}: ${reason}.`, {
      cause: error,
    });
  }
}

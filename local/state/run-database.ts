// What the run itself remembers across restarts: stream positions, pushed notifications and finished seed steps.
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** A place in a stream: everything up to and with this record was handled. */
interface StreamPosition {
  readonly shardId: string;
  readonly sequenceNumber: string;
}

export interface RunDatabase {
  readonly sql: DatabaseSync;
  streamPosition(mapping: string): StreamPosition | undefined;
  saveStreamPosition(mapping: string, position: StreamPosition): void;
  isDone(step: string): boolean;
  markDone(step: string): void;
  close(): void;
}

const positionRow = z.object({ shardId: z.string(), sequenceNumber: z.string() }).optional();

export function openRunDatabase(file: string): RunDatabase {
  const sql = new DatabaseSync(file);
  // NORMAL doesn't wait for the disk at each change, and still keeps all of them over a kill -9.
  sql.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS stream_positions (mapping TEXT PRIMARY KEY, shard_id TEXT NOT NULL, sequence_number TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS done_steps (step TEXT PRIMARY KEY);
  `);
  const findPosition = sql.prepare(
    'SELECT shard_id AS shardId, sequence_number AS sequenceNumber FROM stream_positions WHERE mapping = ?',
  );
  const putPosition = sql.prepare('INSERT OR REPLACE INTO stream_positions VALUES (?, ?, ?)');
  const findStep = sql.prepare('SELECT 1 FROM done_steps WHERE step = ?');
  const putStep = sql.prepare('INSERT OR IGNORE INTO done_steps VALUES (?)');
  return {
    sql,
    streamPosition: (mapping) => positionRow.parse(findPosition.get(mapping)),
    saveStreamPosition: (mapping, position) => {
      putPosition.run(mapping, position.shardId, position.sequenceNumber);
    },
    isDone: (step) => findStep.get(step) !== undefined,
    markDone: (step) => {
      putStep.run(step);
    },
    close: () => sql.close(),
  };
}

// Files of an earlier run that something has damaged: noticed before an engine opens them, and called by name.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { reasonOf, StartFailure } from '../failure.ts';
import { lockName } from './state-folder.ts';

/** @throws StartFailure that names the first database of the folder that is none, or has lost a part */
export function requireSoundDatabases(root: string): void {
  const names = readdirSync(root).filter((name) => /\.(sqlite|db)$/.test(name) && name !== lockName);
  for (const name of names) readStored(path.join(root, name), checkDatabase);
}

/** Reads a file of the state folder. @throws StartFailure that names the file, whatever `read` throws */
export function readStored<Stored>(file: string, read: (file: string) => Stored): Stored {
  try {
    return read(file);
  } catch (error) {
    const reason = error instanceof z.ZodError ? 'it is not what a run keeps there' : reasonOf(error);
    throw new StartFailure(`${file} is damaged (${reason}): run "npm run reset" to begin anew.`);
  }
}

const verdict = z.object({ quick_check: z.string() });

function checkDatabase(file: string): void {
  const database = new DatabaseSync(file);
  try {
    const { quick_check: found } = verdict.parse(database.prepare('PRAGMA quick_check(1)').get());
    if (found !== 'ok') throw new Error(found.replaceAll('\n', ' '));
  } finally {
    database.close();
  }
}

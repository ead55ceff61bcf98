// The folder that keeps everything of a run that outlives it, and the lock that gives it to one run at a time.
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { reasonOf, StartFailure } from '../failure.ts';

export interface StateFolder {
  readonly root: string;
  readonly cdkOut: string;
  readonly logs: string;
  /** The path of a file of the run in the folder. */
  file(name: string): string;
  /** Lets go of the folder, and removes it if it was ephemeral. */
  close(): void;
}

/** Held by the run that uses the folder. */
export const lockName = 'lock.sqlite';

/** @throws StartFailure where the folder can't be written or another run holds it */
export function openStateFolder(settings: { stateDir: string; ephemeral: boolean }): StateFolder {
  const root = settings.ephemeral ? mkdtempSync(path.join(os.tmpdir(), 'ridegate-')) : settings.stateDir;
  const logs = path.join(root, 'logs');
  try {
    makeFolder(logs);
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartFailure(
      `The state folder ${root} can't be read and written (${reasonOf(error)}): correct its rights, or set RIDEGATE_STATE_DIR to another folder.`,
    );
  }
  const lock = acquire(root);
  return {
    root,
    logs,
    cdkOut: path.join(root, 'cdk.out'),
    file: (name) => path.join(root, name),
    close: () => {
      lock.close();
      if (settings.ephemeral) rmSync(root, { recursive: true, force: true });
    },
  };
}

/**
 * Removes a state folder.
 * @returns whether there was one
 * @throws StartFailure while a run is using it
 */
export function removeStateFolder(root: string): boolean {
  if (!existsSync(root)) return false;
  // RIDEGATE_STATE_DIR may point anywhere: only what a run has made is ever removed.
  if (!existsSync(path.join(root, lockName))) {
    throw new StartFailure(
      `${root} is not a state folder of RideGate (it has no ${lockName}), so it is left alone.`,
    );
  }
  const lock = acquire(root);
  lock.close();
  rmSync(root, { recursive: true, force: true });
  return true;
}

// Node's own recursive mkdir never returns where the file system refuses with ENOENT, as /proc does.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

// SQLite's file lock is released by the operating system also after a kill -9, unlike a file with a process id in it.
function acquire(root: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path.join(root, lockName));
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return lock;
  } catch (error) {
    lock?.close();
    const reason = reasonOf(error);
    throw new StartFailure(
      reason.includes('locked')
        ? `Another run is using the state folder ${root}: end it first, or set RIDEGATE_STATE_DIR to another folder.`
        : `The state folder ${root} can't be used (${reason}): correct it, or set RIDEGATE_STATE_DIR to another folder.`,
    );
  }
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StartFailure } from '../../../local/failure.ts';
import { requireSoundDatabases } from '../../../local/state/sound-state.ts';
import { openStateFolder } from '../../../local/state/state-folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

function writeDatabase(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE a (b); INSERT INTO a VALUES (randomblob(50000)), (randomblob(50000));');
  database.close();
}

describe('a state folder', () => {
  test.each<[string, (file: string) => void]>([
    ['of random bytes', (file) => writeFileSync(file, randomBytes(5000))],
    ['that is another file', (file) => writeFileSync(file, '{}')],
    ['that is a folder', (file) => mkdirSync(file)],
    ['that lost its end', (file) => truncateSync(file, 40_000)],
    ['that lost all but its beginning', (file) => truncateSync(file, 100)],
    ['with random bytes in it', (file) => writeFileSync(file, spoiled(file))],
  ])('with a database %s is refused by its name', (how, damage) => {
    const root = tempFolder();
    const file = path.join(root, 'stripe.sqlite');
    if (how.startsWith('that lost') || how.startsWith('with')) writeDatabase(file);
    writeDatabase(path.join(root, 'fauxqs.db'));
    damage(file);
    expect(() => {
      requireSoundDatabases(root);
    }).toThrow(StartFailure);
    expect(() => {
      requireSoundDatabases(root);
    }).toThrow(/^\S+\/stripe\.sqlite is damaged \(.+\): run "npm run reset" to begin anew\.$/);
  });

  test('with sound databases is used, also while its lock is held', () => {
    const state = openStateFolder({ stateDir: tempFolder(), ephemeral: false });
    onTestFinished(() => {
      state.close();
    });
    writeDatabase(state.file('run.sqlite'));
    writeFileSync(state.file('fauxqs.db'), '');
    requireSoundDatabases(state.root);
  });
});

function spoiled(file: string): Buffer {
  const bytes = readFileSync(file);
  bytes.fill(randomBytes(4096), 4096, 8192);
  return bytes;
}

// Which version's data the state folder holds. A run can't read what an earlier version stored in another shape, and
// would answer 500 to whoever asks for it, so it doesn't begin.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { StartFailure } from '../failure.ts';
import type { StateFolder } from './state-folder.ts';

/** Grows with each change of what is stored that doesn't read what was stored before. 2: personal data is sealed. */
const format = '2';

/** @throws StartFailure where another version has stored its data in the folder */
export function requireOwnFormat(state: Pick<StateFolder, 'root' | 'file'>): void {
  const file = state.file('format');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  if (found === format) return;
  // Versions before the first note of a format had a run's database all the same.
  if (found !== null || existsSync(state.file('run.sqlite'))) {
    throw new StartFailure(
      `The state folder ${state.root} holds data of another version of RideGate: run "npm run reset" to begin anew.`,
    );
  }
  writeFileSync(file, `${format}\n`);
}

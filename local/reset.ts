// `npm run reset`: forgets everything that the embedded run has stored.
import process from 'node:process';
import { StartFailure } from './failure.ts';
import { readSettings } from './settings.ts';
import { removeStateFolder } from './state/state-folder.ts';

try {
  const { stateDir } = readSettings(process.env);
  console.log(
    removeStateFolder(stateDir) ? `Removed ${stateDir}.` : `Nothing to remove: there is no ${stateDir}.`,
  );
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

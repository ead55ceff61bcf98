import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { StartFailure } from '../../../local/failure.ts';
import { requireOwnFormat } from '../../../local/state/format.ts';
import { tempFolder } from '../support/temp-folder.ts';

function givenFolder(files: Readonly<Record<string, string>> = {}) {
  const root = tempFolder();
  const file = (name: string) => path.join(root, name);
  for (const [name, content] of Object.entries(files)) writeFileSync(file(name), content);
  return { root, file };
}

test('a new state folder is used, and used again', () => {
  const state = givenFolder();

  requireOwnFormat(state);
  writeFileSync(state.file('run.sqlite'), '');

  requireOwnFormat(state);
});

test.each([
  ['of a version that noted no format', { 'run.sqlite': '' }],
  ['of an earlier format', { format: '1\n', 'run.sqlite': '' }],
  ['of a later format', { format: '99\n' }],
])('a state folder %s is refused with what to do', (_, files) => {
  const state = givenFolder(files);
  const begin = () => {
    requireOwnFormat(state);
  };

  expect(begin).toThrow(StartFailure);
  expect(begin).toThrow(
    /^The state folder \S+ holds data of another version of RideGate: run "npm run reset" to begin anew\.$/,
  );
  // Also at the next attempt: nothing was noted.
  expect(begin).toThrow(StartFailure);
});

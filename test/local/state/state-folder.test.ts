import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStateFolder, removeStateFolder } from '../../../local/state/state-folder.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('a state folder', () => {
  test('is made where it is missing, for its owner alone', () => {
    const stateDir = path.join(tempFolder(), 'some', 'where');
    const state = openStateFolder({ stateDir, ephemeral: false });
    onTestFinished(() => {
      state.close();
    });
    expect(existsSync(state.logs)).toBe(true);
  });

  test('is in use by one run at a time', () => {
    const stateDir = tempFolder();
    const first = openStateFolder({ stateDir, ephemeral: false });
    expect(() => openStateFolder({ stateDir, ephemeral: false })).toThrow(
      /Another run is using the state folder/,
    );
    expect(() => removeStateFolder(stateDir)).toThrow(/Another run is using the state folder/);
    first.close();
    openStateFolder({ stateDir, ephemeral: false }).close();
  });

  test('that can not be made is told with the variable that moves it', () => {
    const file = path.join(tempFolder(), 'file');
    writeFileSync(file, '');
    expect(() => openStateFolder({ stateDir: path.join(file, 'state'), ephemeral: false })).toThrow(
      /can't be read and written .* RIDEGATE_STATE_DIR/,
    );
  });

  test.skipIf(process.getuid?.() === 0)(
    'that belongs to somebody else is told with the variable that moves it',
    () => {
      const stateDir = tempFolder();
      mkdirSync(path.join(stateDir, 'logs'));
      chmodSync(stateDir, 0o500);
      expect(() => openStateFolder({ stateDir, ephemeral: false })).toThrow(/RIDEGATE_STATE_DIR/);
    },
  );

  test('is gone after an ephemeral run', () => {
    const state = openStateFolder({ stateDir: '/not/used', ephemeral: true });
    writeFileSync(state.file('something'), '');
    state.close();
    expect(existsSync(state.root)).toBe(false);
  });

  test('is removed by a reset, but no other folder is', () => {
    const stateDir = path.join(tempFolder(), 'state');
    expect(removeStateFolder(stateDir)).toBe(false);
    openStateFolder({ stateDir, ephemeral: false }).close();
    expect(removeStateFolder(stateDir)).toBe(true);
    expect(existsSync(stateDir)).toBe(false);

    const home = tempFolder();
    writeFileSync(path.join(home, 'thesis.txt'), 'dear to somebody');
    expect(() => removeStateFolder(home)).toThrow(/is not a state folder/);
    expect(existsSync(path.join(home, 'thesis.txt'))).toBe(true);
  });
});

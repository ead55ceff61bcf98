// `npm start` where it can't start: one clear sentence, and a code that scripts can see.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStateFolder } from '../../local/state/state-folder.ts';
import { freeBasePort, occupy } from './support/ports.ts';
import { tempFolder } from './support/temp-folder.ts';

async function startWith(env: Record<string, string>) {
  const child = spawn(process.execPath, ['local/main.ts'], {
    env: { ...process.env, RIDEGATE_STATE_DIR: tempFolder(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.trim() };
}

describe('a start', () => {
  test('with a taken port names the port and the variable', async () => {
    const base = await freeBasePort();
    const taken = await occupy(base + 3);
    onTestFinished(
      () =>
        new Promise<void>((resolve) =>
          taken.close(() => {
            resolve();
          }),
        ),
    );
    const { code, said } = await startWith({ RIDEGATE_PORT: String(base) });
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`^Port ${base + 3} \\(the token issuer\\) is taken .* RIDEGATE_PORT .*$`),
    );
  });

  test('without an engine names the variable', async () => {
    const { code, said } = await startWith({
      RIDEGATE_PORT: String(await freeBasePort()),
      DYNOXIDE_PATH: '/nowhere',
    });
    expect(code).toBe(1);
    expect(said).toBe('DYNOXIDE_PATH names /nowhere, which does not exist.');
  });

  test('with an engine that does not run tells why', async () => {
    const engine = path.join(tempFolder(), 'engine');
    writeFileSync(engine, '#!/bin/sh\necho no luck >&2\nexit 7\n');
    chmodSync(engine, 0o755);
    const { code, said } = await startWith({
      RIDEGATE_PORT: String(await freeBasePort()),
      DYNOXIDE_PATH: engine,
    });
    expect(code).toBe(1);
    expect(said).toBe('DynamoDB (dynoxide) did not start: no luck (exit code 7)');
  });

  test('on the state folder of a running run says so', async () => {
    const stateDir = tempFolder();
    const state = openStateFolder({ stateDir, ephemeral: false });
    onTestFinished(() => {
      state.close();
    });
    const { code, said } = await startWith({
      RIDEGATE_PORT: String(await freeBasePort()),
      RIDEGATE_STATE_DIR: stateDir,
    });
    expect(code).toBe(1);
    expect(said).toMatch(/^Another run is using the state folder .* RIDEGATE_STATE_DIR .*$/);
  });

  test('with a wrong setting names it', async () => {
    const { code, said } = await startWith({ RIDEGATE_PORT: 'abc' });
    expect(code).toBe(1);
    expect(said).toMatch(/^Please correct the environment: RIDEGATE_PORT: .*$/);
  });
});

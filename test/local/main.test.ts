// `npm start` where it can't start or go on: one clear sentence, and a code that scripts can see.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
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

  test.each([
    ['fauxqs.db', randomBytes(5000)],
    ['token-key.json', '{}'],
  ])('on a damaged %s names it and the way out', async (name, content) => {
    const stateDir = tempFolder();
    writeFileSync(path.join(stateDir, name), content);
    const { code, said } = await startWith({
      RIDEGATE_PORT: String(await freeBasePort()),
      RIDEGATE_STATE_DIR: stateDir,
    });
    expect(code).toBe(1);
    expect(said).toMatch(/^\S+ is damaged \(.+\): run "npm run reset" to begin anew\.$/);
    expect(said).toContain(path.join(stateDir, name));
  });

  test('with a wrong setting names it', async () => {
    const { code, said } = await startWith({ RIDEGATE_PORT: 'abc' });
    expect(code).toBe(1);
    expect(said).toMatch(/^Please correct the environment: RIDEGATE_PORT: .*$/);
  });
});

test.each(['Making sure that the demo', 'RideGate is ready'])(
  'a run whose database ends after "%s" ends too, and says why',
  async (moment) => {
    const base = await freeBasePort();
    const child = spawn(process.execPath, ['local/main.ts'], {
      env: {
        ...process.env,
        RIDEGATE_WARM_UP: '0',
        RIDEGATE_STATE_DIR: tempFolder(),
        RIDEGATE_PORT: String(base),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    await new Promise<void>((resolve) => {
      let shown = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        shown += text;
        if (shown.includes(moment)) resolve();
      });
    });
    process.kill(engineAt(base + 4), 'SIGKILL');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(said).toMatch(/^DynamoDB \(dynoxide\) has ended, so the run does too: SIGKILL$/m);
    expect(said).not.toMatch(/^ +at /m);
  },
  60_000,
);

function engineAt(port: number): number {
  const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  const found = processes.find(
    (line) => line.includes('/dynoxide serve') && line.includes(`--port ${port} `),
  );
  return Number.parseInt(found ?? '', 10);
}

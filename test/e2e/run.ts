// Starts the whole embedded run as a person would, as a child process on ports and a state folder of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Run = {
  /** The base port; the other addresses follow it (docs/architecture.md). */
  port: number;
  pid: number;
  stateDir: string;
  /** Ends it as Ctrl-C does, and forgets its state. */
  stop: () => Promise<void>;
  /** Ends it as a power cut does; the state stays for `startRun({ stateDir, port })`. */
  kill: () => Promise<void>;
};

const repository = path.resolve(import.meta.dirname, '../..');
const portsNeeded = 6;

export async function startRun(earlier?: { stateDir: string; port: number }): Promise<Run> {
  const stateDir = earlier?.stateDir ?? (await mkdtemp(path.join(tmpdir(), 'ridegate-e2e-')));
  const port = earlier?.port ?? (await findFreePorts());
  const child = spawn(process.execPath, ['local/main.ts'], {
    cwd: repository,
    env: { ...process.env, RIDEGATE_PORT: String(port), RIDEGATE_STATE_DIR: stateDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilReady(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    port,
    pid: child.pid ?? 0,
    stateDir,
    stop: async () => {
      await end('SIGINT');
      await rm(stateDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (output.includes('RideGate is ready')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      reject(new Error(`the embedded run ended with ${code}:\n${output}`));
    });
  });
}

/** A base port with enough free ones behind it. */
async function findFreePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const base = 20_000 + Math.floor(Math.random() * 20_000);
    const free = await Promise.all(Array.from({ length: portsNeeded }, (_, index) => isFree(base + index)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('found no six free ports in a row');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}

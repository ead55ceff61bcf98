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
  /** All that it has printed so far. */
  output: () => string;
  /** Ends it as Ctrl-C does; its state stays until `stop`. */
  end: () => Promise<void>;
  /** Ends it as Ctrl-C does, and forgets its state. */
  stop: () => Promise<void>;
  /** Ends it as a power cut does; the state stays for `startRun({ stateDir, port })`. */
  kill: () => Promise<void>;
};

const repository = path.resolve(import.meta.dirname, '../..');
const portsNeeded = 6;

export async function startRun(
  earlier?: { stateDir: string; port: number },
  settings: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const stateDir = earlier?.stateDir ?? (await mkdtemp(path.join(tmpdir(), 'ridegate-e2e-')));
  const port = earlier?.port ?? (await findFreePorts());
  const child = spawn(process.execPath, ['local/main.ts'], {
    cwd: repository,
    env: {
      ...process.env,
      // Vitest's, by which builders would take it for a run of developers.
      NODE_ENV: undefined,
      NODE_COMPILE_CACHE: path.join(repository, 'node_modules/.cache/ridegate/compiled'),
      // A test asks few of the functions, and loading all of them takes longer than the rest of the start.
      RIDEGATE_WARM_UP: '0',
      ...settings,
      RIDEGATE_PORT: String(port),
      RIDEGATE_STATE_DIR: stateDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = outputOf(child);
  await untilReady(child, output);
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
    output,
    end: () => end('SIGINT'),
    stop: async () => {
      await end('SIGINT');
      await rm(stateDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

function outputOf(child: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  }
  return () => Buffer.concat(chunks).toString('utf8');
}

function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (output().includes('RideGate is ready')) resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`the embedded run ended with ${code}:\n${output()}`));
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

// DynamoDB on this machine: the dynoxide engine as a child process on a file, or one that is already running.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { StartFailure } from '../failure.ts';
import { loopback } from '../settings.ts';

export interface DynamoDbEngine {
  readonly endpoint: string;
  /** Keeps writes fast however long the stream gets. To be called once the tables exist. */
  indexStream(): void;
  close(): Promise<void>;
}

interface EngineSettings {
  readonly port: number;
  readonly databaseFile: string;
  readonly endpoint?: string | undefined;
  readonly binary?: string | undefined;
  /** The engine is gone though nobody closed it. */
  readonly onLost: (reason: string) => void;
}

/** What the engine says once it serves, which is no reason to end. */
const greeting = /^Dynoxide listening on .*$/m;

const startTimeoutMs = 10_000;

/** @throws StartFailure where there is no engine for this platform, or it doesn't start */
export async function startDynamoDb(settings: EngineSettings): Promise<DynamoDbEngine> {
  if (settings.endpoint !== undefined) {
    await requireAnswer(settings.endpoint, () => undefined);
    return { endpoint: settings.endpoint, indexStream: () => undefined, close: () => Promise.resolve() };
  }
  const endpoint = loopback(settings.port);
  const { child, exited } = run(findBinary(settings.binary), [
    'serve',
    ...['--host', '127.0.0.1', '--port', String(settings.port), '--db-path', settings.databaseFile],
  ]);
  let stopped: string | undefined;
  let serving = false;
  void exited.then((reason) => {
    stopped = reason;
    if (serving) settings.onLost(`DynamoDB (dynoxide) has ended, so the run does too: ${reason}`);
  });
  try {
    await requireAnswer(endpoint, () => stopped);
    serving = true;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    endpoint,
    indexStream: () => indexStream(settings.databaseFile),
    close: async () => {
      serving = false;
      if (stopped === undefined) child.kill('SIGTERM');
      await Promise.race([exited, delay(2_000, undefined, { ref: false })]);
      child.kill('SIGKILL');
    },
  };
}

function findBinary(own: string | undefined): string {
  if (own !== undefined) {
    if (!existsSync(own)) throw new StartFailure(`DYNOXIDE_PATH names ${own}, which does not exist.`);
    return own;
  }
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${name}/dynoxide`);
  } catch {
    throw new StartFailure(
      `There is no DynamoDB engine for this platform (${name} is not installed): set DYNOXIDE_PATH to a dynoxide binary, ` +
        'or DYNAMODB_ENDPOINT to a running DynamoDB Local.',
    );
  }
}

// The engine gets a process group of its own, so that Ctrl-C reaches the run alone, which still needs it to finish
// what is in flight. Its guard waits on a pipe that closes when the run is gone, also by kill -9, and ends it then.
function run(binary: string, args: readonly string[]) {
  const guard = '{ read -r _ <&3; kill -9 $$; } >/dev/null 2>&1 & exec "$@" 3<&-';
  const child = spawn('/bin/sh', ['-c', guard, 'sh', binary, ...args], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-500);
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      const cause = signal ?? `exit code ${code ?? 'unknown'}`;
      const words = lastWords.replace(greeting, '').trim();
      resolve(words === '' ? cause : `${words} (${cause})`);
    });
  });
  return { child, exited };
}

async function requireAnswer(endpoint: string, stopped: () => string | undefined): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
      return;
    } catch {
      const reason = stopped();
      if (reason !== undefined) throw new StartFailure(`DynamoDB (dynoxide) did not start: ${reason}`);
      if (Date.now() > deadline) throw new StartFailure(`DynamoDB does not answer at ${endpoint}.`);
      await delay(15);
    }
  }
}

// Without it dynoxide reads all its stream records for each write.
function indexStream(databaseFile: string): void {
  const database = new DatabaseSync(databaseFile);
  try {
    database.exec(`
      PRAGMA busy_timeout = 5000;
      CREATE INDEX IF NOT EXISTS ridegate_stream_order
        ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    `);
  } finally {
    database.close();
  }
}

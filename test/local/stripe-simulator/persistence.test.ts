import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startStripeSimulator } from '../../../local/stripe-simulator/index.ts';
import {
  errorOf,
  runReceiver,
  runSimulator,
  SECRET_KEY,
  stripeAt,
  until,
  untilStatus,
  WEBHOOK_SECRET,
} from './support.ts';

const CLI = fileURLToPath(new URL('../../../local/stripe-simulator/cli.ts', import.meta.url));

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stripe-simulator-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface Child {
  process: ChildProcess;
  url: string;
}

/** The simulator as a process of its own. */
async function runChild(parameters: readonly string[]): Promise<Child> {
  const child = spawn('node', [CLI, '--port', '0', '--key', SECRET_KEY, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await until(() => /ready at (\S+)/.exec(output)?.[1]);
  return { process: child, url };
}

async function kill({ process: child }: Child): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exited;
}

describe('state', () => {
  it('is there again after a restart, addresses of the hosted page and idempotency keys included', async () => {
    const dataFile = join(await dataFolder(), 'nested', 'stripe.db');
    const before = await runSimulator({ dataFile });
    const create = (stripe = before.stripe) =>
      stripe.identity.verificationSessions.create({ type: 'document' }, { idempotencyKey: 'attempt-1' });
    const session = await create();
    await before.steer('POST', '/charges', { customer: 'cus_1' });
    await before.close();

    const after = await runSimulator({ dataFile });

    expect((await create(after.stripe)).id).toBe(session.id);
    expect((await after.stripe.charges.list({ customer: 'cus_1' })).data).toHaveLength(1);
    expect((await after.stripe.events.list()).data).toHaveLength(2);
    const page = new URL(session.url ?? '').pathname;
    expect((await fetch(after.url + page)).status).toBe(200);
  });

  it('is gone with the simulator when there is no data file', async () => {
    const before = await runSimulator();
    const { id } = await before.stripe.identity.verificationSessions.create({ type: 'document' });
    await before.close();

    const after = await runSimulator();

    expect((await errorOf(after.stripe.identity.verificationSessions.retrieve(id))).statusCode).toBe(404);
  });

  it('survives being killed: what was answered is kept, checks go on, and webhooks are still delivered', async () => {
    const dataFile = join(await dataFolder(), 'stripe.db');
    const receiver = await runReceiver();
    receiver.answerWith(500);
    const parameters = [
      '--data',
      dataFile,
      '--webhook-url',
      receiver.url,
      '--webhook-secret',
      WEBHOOK_SECRET,
    ];
    const before = await runChild(parameters);
    const sessions = stripeAt(before.url).identity.verificationSessions;
    const kept: string[] = [];
    for (let made = 0; made < 20; made += 1) kept.unshift((await sessions.create({ type: 'document' })).id);
    const [id = ''] = kept;
    await fetch(`${before.url}/simulator/verification_sessions/${id}/submit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ outcome: 'verified', processing_ms: 700 }),
    });
    await kill(before);
    receiver.answerWith(200);

    const stripe = stripeAt((await runChild(parameters)).url);

    const all = await stripe.identity.verificationSessions.list({ limit: 100 });
    expect(all.data.map((session) => session.id)).toEqual(kept);
    await untilStatus(stripe, id, 'verified');
    await until(async () => (await stripe.events.list({ delivery_success: false })).data.length === 0);
    const types = receiver.received.filter(({ event }) => JSON.stringify(event.data).includes(id));
    expect(new Set(types.map(({ event }) => event.type))).toEqual(
      new Set([
        'identity.verification_session.created',
        'identity.verification_session.processing',
        'identity.verification_session.verified',
      ]),
    );
  }, 20_000);
});

describe('starting', () => {
  it('on a taken port fails with one clear sentence', async () => {
    const first = await runSimulator();
    const port = Number(new URL(first.url).port);

    await expect(startStripeSimulator({ port, apiKeys: [SECRET_KEY] })).rejects.toThrow(
      `The Stripe simulator can't start: 127.0.0.1:${String(port)} is already in use by another program.`,
    );
  });

  it('on a file that is no data file fails with one clear sentence', async () => {
    const dataFile = join(await dataFolder(), 'notes.txt');
    await writeFile(dataFile, 'These are my notes. '.repeat(100));

    await expect(startStripeSimulator({ port: 0, apiKeys: [SECRET_KEY], dataFile })).rejects.toThrow(
      /^The Stripe simulator can't use its data file .*notes\.txt: file is not a database\.$/,
    );
  });
});

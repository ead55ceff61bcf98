// An event that failed for good, from its discovery to its effect: by the API as the console does it, and by the
// command as an operator does it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { toHistoryAttributes } from '../../../functions/contracts/delivery-history.ts';
import { toStripeEventMessage } from '../../../functions/contracts/messages.ts';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { aStripeEvent } from '../../support/builders.ts';
import { noHistory } from '../../support/in-memory/dead-letters.ts';
import { clientOf, until, type Client } from '../http-client.ts';

export function describeDeadLetters(portOf: () => number): void {
  let client: Client;
  let admin: string;
  let sqs: SQSClient;
  let deadLetterQueueUrl: string;

  beforeAll(async () => {
    client = clientOf(portOf());
    admin = await client.token('admin', { user_id: 'ad-1' });
    const answer = await fetch(`http://127.0.0.1:${portOf()}/local/deployment`);
    const { endpoints, outputs } = z
      .object({
        endpoints: z.object({ messaging: z.string() }),
        outputs: z.object({ 'RideGate-prod-Api': z.object({ DeadLetterQueueUrl: z.string() }) }),
      })
      .parse(await answer.json());
    sqs = new SQSClient(localClientConfig(endpoints.messaging));
    deadLetterQueueUrl = outputs['RideGate-prod-Api'].DeadLetterQueueUrl;
    // Stripe's own word of it never comes: only a redrive can help.
    await client.steer('PUT', '/delivery', { drop_rate: 1 });
  }, 60_000);

  afterAll(() => {
    sqs.destroy();
  });

  /** A rider whom Stripe has verified and who is still blocked, as his event failed for good. */
  async function aStrandedRider(id: string): Promise<{ rider: string; eventId: string }> {
    const service = await client.token('service');
    await client.api(service, 'POST', '/api/customers?subaccount_id=harbor', { id });
    const rider = await client.token('rider', { subaccount_id: 'harbor', customer_id: id });
    const session = await client.api(rider, 'POST', `/api/customers/${id}/identity-session`);
    const objectId = String(session.body['session_id']);
    await client.steer('POST', `/verification_sessions/${objectId}/submit`, { outcome: 'verified' });
    const eventId = `evt_${id.replaceAll('-', '')}`;
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: deadLetterQueueUrl,
        MessageBody: JSON.stringify(toStripeEventMessage(aStripeEvent({ eventId, objectId }))),
        MessageAttributes: toHistoryAttributes({ ...noHistory, cause: 'stripe_key', tries: 3 }),
      }),
    );
    return { rider, eventId };
  }

  const rideCheck = (token: string, id: string) =>
    client.api(token, 'POST', `/api/customers/${id}/ride-check`);
  const redrive = (body: object) => client.api(admin, 'POST', '/api/dead-letters/redrive', body);

  describe('an admin', () => {
    it('sees whom a dead letter concerns and why, redrives it, and its rider rides', async () => {
      const { rider, eventId } = await aStrandedRider('dead-1');

      const list = await client.api(admin, 'GET', '/api/dead-letters');
      expect(list.body['data']).toMatchObject([
        {
          event_id: eventId,
          cause: 'stripe_key',
          tries: 3,
          customer: { subaccount_id: 'harbor', customer_id: 'dead-1' },
        },
      ]);
      expect((await redrive({ cause: 'stripe_key', dry_run: true })).body).toMatchObject({
        matched: 1,
        redriven: 0,
        remaining: 1,
      });
      expect((await rideCheck(rider, 'dead-1')).status).toBe(403);

      expect((await redrive({ event_ids: [eventId] })).body).toMatchObject({ redriven: 1, remaining: 0 });

      await until(
        () => rideCheck(rider, 'dead-1'),
        (answer) => answer.status === 200,
      );
      expect((await redrive({ all: true })).body).toMatchObject({ matched: 0, redriven: 0 });
    });

    it('alone may see them', async () => {
      const operator = await client.token('operator', { subaccount_id: 'harbor', user_id: 'op-1' });

      expect((await client.api(operator, 'GET', '/api/dead-letters')).status).toBe(403);
    });
  });

  describe('the command', () => {
    it('lists, tells what it would do, and does it', async () => {
      const { rider, eventId } = await aStrandedRider('dead-2');

      const list = await command('list');
      expect(list.output).toMatch(new RegExp(`${eventId} .*stripe_key .*harbor/dead-2`));
      const dry = await command('redrive', '--all', '--dry-run');
      expect(dry.output).toContain('Dry run: 1 event would be redriven, nothing was moved.');
      expect((await rideCheck(rider, 'dead-2')).status).toBe(403);

      const real = await command('redrive', '--event', eventId);
      expect(real).toMatchObject({ code: 0, output: expect.stringContaining('1 event redriven') as string });
      await until(
        () => rideCheck(rider, 'dead-2'),
        (answer) => answer.status === 200,
      );
    });
  });

  /** Runs `npm run dead-letters` as npm does. */
  async function command(...args: string[]): Promise<{ code: number; output: string }> {
    const child = spawn(process.execPath, ['operate/dead-letters.ts', ...args, '--local'], {
      cwd: path.resolve(import.meta.dirname, '../../..'),
      env: { ...process.env, RIDEGATE_PORT: String(portOf()) },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    }
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  }
}

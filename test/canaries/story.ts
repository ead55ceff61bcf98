// What happens in a run before it is searched: three riders' lives, one of which is redacted, and all that can fail.

import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { localClientConfig } from '../../local/engines/client-config.ts';
import { until, type Client } from '../e2e/http-client.ts';
import type { Run } from '../e2e/run.ts';
import { askAbout, readEverything, type Asking } from './asking.ts';
import { askFaultily } from './faulty-questions.ts';
import { token, type Marker } from './marker.ts';
import { live, riderOf, signUp, signupOf, type MarkedRider } from './rider.ts';
import { eventAbout, sendEveryWebhook, sendWebhook } from './webhooks.ts';

export type Story = {
  riders: Record<'kept' | 'redacted' | 'referenced' | 'lost', MarkedRider>;
  /** What was asked about each; of `redacted` until his redaction, and `afterwards`. */
  asked: Record<'kept' | 'redacted' | 'afterwards' | 'referenced' | 'lost', Asking>;
  /** What the webhook's receiver said. */
  webhookAnswers: string[];
  /** Somebody's message that is no event, put on the queue of the webhooks by hand. */
  stray: Marker;
};

type Told = Story & { run: Run; client: Client; webhookSecret: string };

export async function tellStory(run: Run, client: Client, webhookSecret: string): Promise<Story> {
  const told: Told = { ...(await begin(run, client)), run, client, webhookSecret };
  const { riders, asked } = told;
  await setPolicy(asked.kept, 'harbor', { identity_document_expiry_reminders: true });
  await setPolicy(asked.referenced, 'metro', { identity_data_retention: 'references_only' });
  await Promise.all([
    live(client, asked.kept, riders.kept, 'harbor'),
    live(client, asked.redacted, riders.redacted, 'harbor'),
    live(client, asked.referenced, riders.referenced, 'metro'),
    askFaultily(asked.lost, riders.lost).then(() => signUp(client, asked.lost, riders.lost)),
  ]);
  await applyPolicy(asked.kept);
  await redact(told);
  await loseSession(told);
  await failAtStripe(told);
  for (const name of ['Privacy-EnforceDeadlines', 'Webhook-Reconcile']) {
    await client.invoke(`RideGate-prod-${name}`, {});
  }
  return told;
}

async function begin(run: Run, client: Client): Promise<Story> {
  const riders = {
    kept: riderOf('kept', '42', run.port),
    redacted: riderOf('redacted', '47', run.port),
    referenced: riderOf('referenced', '55', run.port),
    lost: riderOf('lost', '63', run.port),
  };
  const about = ({ id }: MarkedRider, subaccountId: string) =>
    askAbout(client, { subaccountId, customerId: id });
  const asked = {
    kept: await about(riders.kept, 'harbor'),
    redacted: await about(riders.redacted, 'harbor'),
    afterwards: await about(riders.redacted, 'harbor'),
    referenced: await about(riders.referenced, 'metro'),
    lost: await about(riders.lost, 'harbor'),
  };
  const stray = { what: 'stray message', whose: 'somebody', text: `${token}-stray` };
  return { riders, asked, webhookAnswers: [], stray };
}

async function setPolicy({ mustAsk }: Asking, id: string, change: object): Promise<void> {
  const policyPath = '/api/subaccounts/{id}/identity-policy';
  const { version } = (await mustAsk('admin', { route: `GET ${policyPath}`, id })).body;
  await mustAsk('admin', { route: `PUT ${policyPath}`, id, body: { version, ...change } });
}

async function applyPolicy({ ask, mustAsk }: Asking): Promise<void> {
  const policyPath = '/api/subaccounts/{id}/identity-policy/apply';
  await mustAsk('operator', { route: `POST ${policyPath}`, id: 'harbor' });
  await until(
    () => ask('operator', { route: `GET ${policyPath}`, id: 'harbor' }),
    ({ body }) => body['finished_at'] !== null,
  );
}

/** Until Stripe is done too; then everybody looks once more. */
async function redact({ asked, riders: { redacted } }: Told): Promise<void> {
  const { ask, mustAsk } = asked.afterwards;
  const body = { notes: redacted.fields['notes of a redaction'] };
  await mustAsk('operator', { route: 'POST /api/customers/{id}/identity-redact', body });
  await until(
    () => ask('operator', { route: 'GET /api/customers/{id}' }),
    (answer) => answer.body['identity_redaction_status'] === 'redacted',
  );
  await readEverything(asked.afterwards, 'harbor', redacted.fields['reason of a later look']);
}

/** Stripe has lost a session: its event fails for good. Beside it, a message that is no event at all. */
async function loseSession(told: Told): Promise<void> {
  const { run, asked, riders, webhookSecret, webhookAnswers, stray } = told;
  const session = await asked.lost.mustAsk('rider', { route: 'POST /api/customers/{id}/identity-session' });
  const sessionId = String(session.body['session_id']);
  const person = signupOf(riders.lost);
  webhookAnswers.push(...(await sendEveryWebhook(run.port, webhookSecret, { sessionId, person })));
  const stripe = new DatabaseSync(path.join(run.stateDir, 'stripe.sqlite'), { timeout: 5000 });
  stripe.prepare('DELETE FROM documents WHERE id = ?').run(sessionId);
  stripe.close();
  const event = eventAbout(sessionId, person, 'identity.verification_session.requires_input');
  webhookAnswers.push(await sendWebhook(run.port, event, webhookSecret));
  await putOnQueue(run.port, JSON.stringify({ name: stray.text }));
  const { mustAsk } = asked.lost;
  const letters = () => mustAsk('admin', { route: 'GET /api/dead-letters' });
  const areThere = ({ body }: Awaited<ReturnType<typeof letters>>) =>
    z.array(z.unknown()).parse(body['data']).length >= 2;
  await until(letters, areThere);
  for (const dry_run of [true, false]) {
    await mustAsk('admin', { route: 'POST /api/dead-letters/redrive', body: { all: true, dry_run } });
  }
  await until(letters, areThere);
}

async function putOnQueue(port: number, MessageBody: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/local/deployment`);
  const { endpoints, outputs } = z
    .object({
      endpoints: z.object({ messaging: z.string() }),
      outputs: z.object({ 'RideGate-prod-Api': z.object({ BacklogQueueUrl: z.string() }) }),
    })
    .parse(await answer.json());
  const sqs = new SQSClient(localClientConfig(endpoints.messaging));
  const QueueUrl = outputs['RideGate-prod-Api'].BacklogQueueUrl;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  sqs.destroy();
}

/** A session, a reveal and an event meet a Stripe that is down; the session's claim stays. */
async function failAtStripe({
  run,
  client,
  asked,
  riders,
  webhookSecret,
  webhookAnswers,
}: Told): Promise<void> {
  const id = 'fallen-rider';
  const query = { reason: riders.lost.fields['reason of a look'] };
  const body = { return_url: riders.lost.fields['return url'] };
  const { ask, mustAsk } = asked.lost;
  await mustAsk('service', { route: 'POST /api/customers', body: { id } });
  await client.steer('PUT', '/faults', { error_rate: 1, status: 500 });
  await ask('operator', { route: 'POST /api/customers/{id}/identity-session', id, body });
  await ask('operator', { route: 'GET /api/customers/{id}/identity-report', query });
  await ask('operator', { route: 'POST /api/customers/{id}/identity-refresh' });
  const event = eventAbout('ch_nobody', signupOf(riders.kept), 'charge.succeeded');
  webhookAnswers.push(await sendWebhook(run.port, event, webhookSecret));
  const hasFailed = (log: string) => /ProcessWebhook\] .*StripeUnavailable/.test(log);
  await until(() => Promise.resolve(run.output()), hasFailed);
  await client.steer('PUT', '/faults', {});
  await mustAsk('operator', { route: 'GET /api/customers/{id}/export', id, query });
}

import { createServer } from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createStripeClient } from '../../../functions/adapters/stripe/client.ts';
import { createUndeliveredEvents } from '../../../functions/adapters/stripe/undelivered-events.ts';
import { StripeRefused } from '../../../functions/domain/faults.ts';
import { listenOnFreePort } from '../support/listen.ts';
import { charge, secretKey, startTestStripe } from '../support/stripe.ts';

it('leaves out what arrived, and lists what our endpoint refused', async () => {
  let status = 500;
  const endpoint = await listenOnFreePort(
    createServer((request, response) => {
      request.resume();
      response.writeHead(status).end();
    }),
  );
  onTestFinished(() => endpoint.close());
  const webhook = { url: `${endpoint.url}/`, secret: 'whsec_test', retryDelaysMs: [] };
  const simulator = await startTestStripe({ webhook });
  onTestFinished(() => simulator.close());
  const undelivered = createUndeliveredEvents(simulator.stripe);
  const newest = async () => (await undelivered.page({ cursor: null, limit: 100 })).events;
  const objectIds = async () => (await newest()).map(({ objectId }) => objectId);

  const lost = await charge(simulator, { customer: 'cus_ada' });
  const session = await simulator.stripe.identity.verificationSessions.create({ type: 'document' });
  expect(await objectIds()).toEqual([session.id, lost]);

  status = 200;
  const [event] = await newest();
  await simulator.steer('POST', `/events/${event?.eventId ?? ''}/deliver`);

  await vi.waitFor(async () => expect(await objectIds()).toEqual([lost]));
});

/** A Stripe that answers each request the same. */
async function stripeThatAnswers(status: number, body: object) {
  const api = await listenOnFreePort(
    createServer((request, response) => {
      request.resume();
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }),
  );
  onTestFinished(() => api.close());
  return createUndeliveredEvents(createStripeClient({ apiKey: secretKey, apiUrl: api.url }));
}

const event = {
  id: 'evt_1',
  type: 'charge.succeeded',
  created: 1,
  livemode: false,
  data: { object: { id: 'ch_1' } },
};

it('counts events that can’t be read, and goes on behind them', async () => {
  const data = [{ ...event, data: {} }, event, { id: 'evt_3', type: 7 }];
  const undelivered = await stripeThatAnswers(200, { object: 'list', has_more: true, data });

  expect(await undelivered.page({ cursor: null, limit: 3 })).toEqual({
    events: [{ eventId: 'evt_1', type: 'charge.succeeded', objectId: 'ch_1', created: 1, livemode: false }],
    malformed: 2,
    nextCursor: 'evt_3',
  });
});

it('takes no other refusal for the end of the list', async () => {
  const undelivered = await stripeThatAnswers(401, { error: { type: 'invalid_request_error' } });

  await expect(undelivered.page({ cursor: 'evt_1', limit: 3 })).rejects.toThrow(StripeRefused);
});

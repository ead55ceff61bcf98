import { createServer } from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createUndeliveredEvents } from '../../../functions/adapters/stripe/undelivered-events.ts';
import { listenOnFreePort } from '../support/listen.ts';
import { charge, startTestStripe } from '../support/stripe.ts';

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
  const objectIds = async () => (await undelivered.list(100)).map(({ objectId }) => objectId);

  const lost = await charge(simulator, { customer: 'cus_ada' });
  const session = await simulator.stripe.identity.verificationSessions.create({ type: 'document' });
  expect(await objectIds()).toEqual([session.id, lost]);

  status = 200;
  const [event] = await undelivered.list(1);
  await simulator.steer('POST', `/events/${event?.eventId ?? ''}/deliver`);

  await vi.waitFor(async () => expect(await objectIds()).toEqual([lost]));
});

it('reads on behind Stripe’s page of a hundred, up to the limit', async () => {
  const closed = { url: 'http://127.0.0.1:1/', secret: 'whsec_test', retryDelaysMs: [] };
  const simulator = await startTestStripe({ webhook: closed });
  onTestFinished(() => simulator.close());
  const undelivered = createUndeliveredEvents(simulator.stripe);

  for (let lost = 0; lost < 120; lost += 1) await charge(simulator, { customer: 'cus_ada' });

  await vi.waitFor(async () => expect(await undelivered.list(1000)).toHaveLength(120));
  expect(await undelivered.list(110)).toHaveLength(110);
});

// Stripe's webhooks with somebody's data in them: genuine, forged, malformed, and about what Stripe has lost.

import Stripe from 'stripe';

/** An event as Stripe sends it, with more of a person in it than we take. */
export function eventAbout(objectId: string, person: unknown, type = verified): string {
  const id = `evt_${objectId}${type.length}`;
  const object = { id: objectId, status: 'verified', verified_outputs: person, metadata: person };
  return JSON.stringify({ id, type, created: 1, livemode: false, data: { object }, account: person });
}

const verified = 'identity.verification_session.verified';

/** Sends a body to the receiver, signed with a secret or not at all; answers what that said. */
export async function sendWebhook(port: number, body: string, secret: string | null): Promise<string> {
  const signature =
    secret === null
      ? {}
      : { 'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload: body, secret }) };
  const headers = { 'content-type': 'application/json', ...signature };
  const response = await fetch(`http://127.0.0.1:${port + 1}/`, { method: 'POST', headers, body });
  return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
}

/** Every kind of webhook; answers what the receiver said. */
export async function sendEveryWebhook(
  port: number,
  secret: string,
  { sessionId, person }: { sessionId: string; person: unknown },
): Promise<string[]> {
  const event = eventAbout(sessionId, person);
  const sent: [string, string | null][] = [
    [event, secret],
    [event, null],
    [event, 'whsec_of_somebody_else'],
    [event.slice(0, -1), secret],
    [event.replace('"livemode":false', '"livemode":true'), secret],
    [eventAbout(sessionId, person, 'customer.updated'), secret],
    [eventAbout(sessionId, person, 'charge.succeeded'), secret],
    [JSON.stringify({ type: person, data: person }), secret],
    [JSON.stringify(person), secret],
  ];
  return Promise.all(sent.map(([body, key]) => sendWebhook(port, body, key)));
}

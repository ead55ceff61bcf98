// A rider all of whose data are markers, and what happens to him from his signup to an operator's last word.

import { until, type Client } from '../e2e/http-client.ts';
import { readEverything, type Asking } from './asking.ts';
import { token, type Marker } from './marker.ts';

/** Two digits that no other rider has. */
type Digits = `${number}`;

/** @param port that riders are sent back to */
export function riderOf(name: string, digits: Digits, port: number) {
  const text = (what: string): string => `${token}-${name}-${what}`;
  const fields = {
    name: text('name Lovelace'),
    email: `${text('email')}@example.com`,
    phone: `+4915175938${digits}`,
    'signup ip': `81.2.69.1${digits}`,
    latitude: `48.21739${digits}`,
    longitude: `16.39182${digits}`,
    'alternative message': text('my camera is broken'),
    'notes of a requirement': text('another one rode'),
    'notes of a clearing': text('he called us'),
    'notes of a manual verification': text('seen at the office'),
    'notes of a redaction': text('he asked for it'),
    'reason of a look': text('police request'),
    'reason of a later look': text('what is left'),
    'return url': `http://127.0.0.1:${port}/rider/?welcome=${text('return')}`,
    'push token': text('push-token'),
    'first name': text('first'),
    'last name': text('last'),
    'date of birth': `1937-08-${digits === '42' ? '19' : '21'}`,
    'document number': text('number-7391'),
    'expiry of the document': `2049-11-${digits === '42' ? '23' : '26'}`,
    'address line 1': text('line one'),
    'address line 2': text('line two'),
    city: text('city'),
    state: text('state'),
    'postal code': text('postal'),
  } as const;
  const markers: Marker[] = Object.entries(fields).map(([what, value]) => ({
    what,
    whose: name,
    text: value,
  }));
  return { id: `${name}-rider`, stripeCustomerId: `cus_${name}`, fields, markers };
}

export type MarkedRider = ReturnType<typeof riderOf>;

export function signupOf({ id, stripeCustomerId, fields }: MarkedRider): Record<string, unknown> {
  return {
    id,
    stripe_customer_id: stripeCustomerId,
    name: fields.name,
    email: fields.email,
    phone: fields.phone,
    signup_ip: fields['signup ip'],
    signup_latitude: Number(fields.latitude),
    signup_longitude: Number(fields.longitude),
    signup_location_accuracy: 12,
  };
}

/** What the simulator finds on his document. */
function personOf({ fields }: MarkedRider): Record<string, unknown> {
  return {
    first_name: fields['first name'],
    last_name: fields['last name'],
    dob: fields['date of birth'],
    document_number: fields['document number'],
    document_type: 'passport',
    issuing_country: 'NL',
    expiration_date: fields['expiry of the document'],
    address: {
      line1: fields['address line 1'],
      line2: fields['address line 2'],
      city: fields.city,
      state: fields.state,
      postal_code: fields['postal code'],
      country: 'NL',
    },
  };
}

/** Signs up, registers a phone, and pays. */
export async function signUp(client: Client, { ask, mustAsk }: Asking, rider: MarkedRider): Promise<void> {
  const body = signupOf(rider);
  const route = 'POST /api/customers';
  await mustAsk('service', { route, body });
  await mustAsk('service', { route, body });
  await ask('service', { route, body: { ...body, email: `other-${rider.fields.email}` } });
  await mustAsk('rider', {
    route: 'PUT /api/customers/{id}/devices/{device_id}',
    body: { platform: 'fcm', token: rider.fields['push token'] },
  });
  await client.steer('POST', '/charges', { customer: rider.stripeCustomerId, risk_level: 'elevated' });
  await until(
    () => ask('rider', { route: 'GET /api/customers/{id}' }),
    ({ body: customer }) => customer['identity_verification_required'] === true,
  );
  await until(
    () => ask('operator', { route: 'GET /api/customers/{id}' }),
    ({ body: customer }) => customer['signup_ip_country'] !== null,
  );
}

/** A session that ends so; answers once that has arrived. */
export async function verify(
  client: Client,
  { ask, mustAsk }: Asking,
  rider: MarkedRider,
  outcome: 'verified' | 'selfie_face_mismatch',
): Promise<void> {
  const question = {
    route: 'POST /api/customers/{id}/identity-session',
    body: { return_url: rider.fields['return url'] },
  };
  const session = await mustAsk('rider', question);
  // The same session, with fresh secrets.
  for (const by of ['operator', 'service'] as const) await mustAsk(by, question);
  const path = `/verification_sessions/${String(session.body['session_id'])}/submit`;
  await client.steer('POST', path, { outcome, person: personOf(rider) });
  const wanted = outcome === 'verified' ? 'verified' : 'requires_input';
  await until(
    () => ask('rider', { route: 'GET /api/customers/{id}' }),
    ({ body }) => body['identity_status'] === wanted,
  );
}

/** All that can happen to a rider, with everything read in between by everybody. */
export async function live(
  client: Client,
  asking: Asking,
  rider: MarkedRider,
  subaccountId: string,
): Promise<void> {
  const { fields } = rider;
  const action = (name: string, body: object) =>
    asking.mustAsk('operator', { route: `POST /api/customers/{id}/${name}`, body });
  const read = () => readEverything(asking, subaccountId, fields['reason of a look']);
  await signUp(client, asking, rider);
  await verify(client, asking, rider, 'selfie_face_mismatch');
  await asking.mustAsk('rider', {
    route: 'POST /api/customers/{id}/identity-alternative',
    body: { message: fields['alternative message'] },
  });
  await read();
  await action('identity-require', { reason: 'other', notes: fields['notes of a requirement'] });
  await action('identity-clear-requirement', { notes: fields['notes of a clearing'] });
  await action('identity-manual-verify', { notes: fields['notes of a manual verification'] });
  await read();
  await action('identity-require', { reason: 'suspected_fraud' });
  await verify(client, asking, rider, 'verified');
  await action('identity-refresh', {});
  await read();
}

// What a document told, through HTTP: taken when it verifies, shown covered, uncovered for a reason, and images that
// live for seconds.

import { beforeAll, describe, expect, it } from 'vitest';
import { until, type Answer, type Client } from './http-client.ts';
import { newSubaccount, commonRun } from './common-run.ts';

let client: Client;

beforeAll(async () => {
  ({ client } = await commonRun());
  await newSubaccount(client, 'keeping', { identity_verification_mode: 'all_users' });
  await newSubaccount(client, 'referring', { identity_data_retention: 'references_only' });
}, 60_000);

const person = {
  first_name: 'Zoë',
  last_name: 'Quill',
  dob: '1990-12-15',
  document_type: 'passport',
  document_number: 'P7654321',
  issuing_country: 'NL',
  expiration_date: '2035-02-28',
  address: {
    line1: 'Damrak 1',
    line2: null,
    city: 'Amsterdam',
    state: null,
    postal_code: '1012 LG',
    country: 'NL',
  },
};

const operatorOf = (subaccount: string) =>
  client.token('operator', { subaccount_id: subaccount, user_id: 'op-1' });

/** A new customer who was asked to verify, and did with his passport. */
async function verified(subaccount: string, id: string): Promise<void> {
  const [service, operator, rider] = await Promise.all([
    client.token('service'),
    operatorOf(subaccount),
    client.token('rider', { subaccount_id: subaccount, customer_id: id }),
  ]);
  await client.api(service, 'POST', `/api/customers?subaccount_id=${subaccount}`, { id });
  await client.api(operator, 'POST', `/api/customers/${id}/identity-require`, { reason: 'other' });
  const session = await client.api(rider, 'POST', `/api/customers/${id}/identity-session`);
  const path = `/verification_sessions/${String(session.body['session_id'])}/submit`;
  await client.steer('POST', path, { outcome: 'verified', person });
  await until(
    () => client.api(rider, 'POST', `/api/customers/${id}/ride-check`),
    ({ status }) => status === 200,
  );
}

async function reveal(subaccount: string, id: string, query = 'reason=Police+request'): Promise<Answer> {
  return client.api(await operatorOf(subaccount), 'GET', `/api/customers/${id}/identity-report?${query}`);
}

const uncovered = {
  identity_first_name: 'Zoë',
  identity_last_name: 'Quill',
  identity_dob: '1990-12-15',
  identity_id_type: 'passport',
  identity_address: person.address,
  identity_id_number: 'P7654321',
  identity_issuing_country: 'NL',
  identity_expiration_date: '2035-02-28',
  images_unavailable: null,
};

function firstImage({ body }: Answer): { url: string; expires_at: string } {
  const [image] = body['images'] as { url: string; expires_at: string }[];
  if (image === undefined) throw new Error('no image');
  return image;
}

describe('where verified fields are kept', () => {
  beforeAll(async () => {
    await verified('keeping', 'identity-kept');
  });

  it('a customer’s page shows them covered, and a list not at all', async () => {
    const operator = await operatorOf('keeping');

    const page = await client.api(operator, 'GET', '/api/customers/identity-kept');
    const list = await client.api(operator, 'GET', '/api/customers?filter=verified');

    expect(page.body).toMatchObject({
      identity_first_name: 'Z•••',
      identity_last_name: 'Q•••',
      identity_dob: '••••-••-15',
      identity_id_number: '••••4321',
      identity_id_type: 'passport',
    });
    for (const { body } of [page, list]) expect(JSON.stringify(body)).not.toMatch(/Zoë|Quill|1990|P7654321/);
  });

  it('an operator sees them for a reason, and that is in the audit trail', async () => {
    const { status, body, headers } = await reveal('keeping', 'identity-kept');

    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ ...uncovered, source: 'stored' });
    const trail = await client.api(
      await operatorOf('keeping'),
      'GET',
      '/api/customers/identity-kept/audit?limit=1',
    );
    expect(trail.body['data']).toMatchObject([
      {
        actor: 'operator:op-1',
        action: 'identity_revealed',
        revealed: [...Object.keys(uncovered).filter((name) => name.startsWith('identity_')), 'images'],
        notes: 'Police request',
      },
    ]);
  });

  it('an image opens for whoever has its link, for 30 seconds', async () => {
    const { url, expires_at: expiresAt } = firstImage(await reveal('keeping', 'identity-kept'));

    const image = await fetch(url);

    expect(image.status).toBe(200);
    expect(image.headers.get('content-type')).toMatch(/^image\//);
    expect((await image.arrayBuffer()).byteLength).toBeGreaterThan(0);
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.now() + 30_000);
  });

  it('another subaccount’s operator finds nobody, and nobody sees them without a reason', async () => {
    expect((await reveal('referring', 'identity-kept')).status).toBe(404);
    expect((await reveal('keeping', 'identity-kept', 'fields=identity_dob')).status).toBe(400);
  });
});

describe('where only references are kept', () => {
  beforeAll(async () => {
    await verified('referring', 'identity-referenced');
  });

  it('a customer’s page shows nothing, and an operator sees what Stripe tells then', async () => {
    const operator = await operatorOf('referring');
    const page = () => client.api(operator, 'GET', '/api/customers/identity-referenced');
    expect((await page()).body).toMatchObject({ identity_status: 'verified', identity_last_name: null });

    const { status, body } = await reveal('referring', 'identity-referenced');

    expect(status).toBe(200);
    expect(body).toMatchObject({ ...uncovered, source: 'stripe', captured_at: null });
    expect((await page()).body).toMatchObject({ identity_last_name: null });
  });
});

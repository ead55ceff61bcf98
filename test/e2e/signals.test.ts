// A signup's signals in the whole run: real number metadata, the real database out of the deployed code, zones.

import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { until, type Client } from './http-client.ts';
import { newSubaccount, commonRun } from './common-run.ts';

let client: Client;
let service: string;
let operator: string;

beforeAll(async () => {
  ({ client } = await commonRun());
  service = await client.token('service');
  await newSubaccount(client, 'zoned', { identity_verification_mode: 'risk_based' });
  operator = await client.token('operator', { subaccount_id: 'zoned', user_id: 'op-1' });
}, 60_000);

const signup = {
  id: 'signal-ada',
  email: 'ada@example.com',
  phone: '+447400123456',
  signup_ip: '81.2.69.142',
  signup_latitude: 48.2082,
  signup_longitude: 16.3738,
  signup_location_accuracy: 15,
};
const london = {
  type: 'Polygon',
  coordinates: [
    [
      [-0.6, 51.2],
      [0.4, 51.2],
      [0.4, 51.8],
      [-0.6, 51.8],
      [-0.6, 51.2],
    ],
  ],
};

const page = z.looseObject({
  signup_ip_country: z.string().nullable(),
  signals: z.array(z.looseObject({ code: z.string(), triggered: z.boolean().nullable() })),
});
const pageOf = async (token: string, id: string) =>
  page.parse((await client.api(token, 'GET', `/api/customers/${id}`)).body);

describe('a new customer', () => {
  it('soon shows what his number and address tell, to the operator alone', async () => {
    const drawn = await client.api(operator, 'PUT', '/api/subaccounts/zoned', {
      name: 'Zoned',
      app_name: 'Zoned Scooters',
      operational_zones: london,
    });
    expect(drawn).toMatchObject({ status: 200, body: { operational_zones: london } });
    const created = await client.api(service, 'POST', '/api/customers?subaccount_id=zoned', signup);
    expect(created.status).toBe(201);

    const shown = await until(
      () => pageOf(operator, signup.id),
      (customer) => customer.signup_ip_country !== null,
    );

    expect(shown).toMatchObject({
      email: 'ada@example.com',
      phone: '+447400123456',
      phone_type: 'mobile',
      phone_country: 'GB',
      phone_carrier: null,
      signup_ip: '81.2.69.142',
      signup_ip_country: 'GB',
      signup_ip_region: 'England',
    });
    expect(Object.fromEntries(shown.signals.map(({ code, triggered }) => [code, triggered]))).toEqual({
      voip_number: false,
      recently_ported_number: null,
      prepaid_carrier: null,
      phone_country_mismatch: false,
      ip_gps_mismatch: true,
      vpn_or_proxy: null,
      outside_operational_zones: true,
    });

    const rider = await client.token('rider', { subaccount_id: 'zoned', customer_id: signup.id });
    const own = await client.api(rider, 'GET', `/api/customers/${signup.id}`);
    expect(own.status).toBe(200);
    expect(JSON.stringify(own.body)).not.toMatch(/ada@|phone|signup_|signals/);
  });

  it('may ride whatever his signals are', async () => {
    const rider = await client.token('rider', { subaccount_id: 'zoned', customer_id: signup.id });

    expect((await client.api(rider, 'POST', `/api/customers/${signup.id}/ride-check`)).status).toBe(200);
  });
});

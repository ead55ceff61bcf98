// GET /api/customers/{id}: who sees signals and personal details, and what stands in them.

import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { customerFileJson } from '../../functions/contracts/customer-file.ts';
import { signalFields } from '../../functions/contracts/signals.ts';
import { unknownIp, unknownPhone, type SignalFacts } from '../../functions/domain/signals/facts.ts';
import { dayMs, nowMs } from '../support/builders.ts';
import { claims, type Claims } from './events/api-gateway.ts';
import { startApi, type Answer, type Api } from './harness.ts';

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south + 1],
      [west, south],
    ],
  ],
});

const ada = {
  id: 'ada',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  phone: '+447400123456',
  signup_ip: '81.2.69.142',
  signup_latitude: 48.5,
  signup_longitude: 16.5,
  signup_location_accuracy: 20,
};
const found: SignalFacts = {
  collectedAtMs: nowMs,
  phone: {
    type: 'voip',
    country: 'GB',
    carrier: 'Mint Mobile',
    isPrepaid: true,
    riskScore: 61,
    portedAtMs: nowMs - 3 * dayMs,
  },
  ip: {
    city: 'Paris',
    region: 'Île-de-France',
    country: 'FR',
    latitude: 48.8566,
    longitude: 2.3522,
    anonymizer: 'vpn',
  },
};
const ref = { subaccountId: 'metro', customerId: 'ada' };
const service = { as: claims.service(), query: { subaccount_id: 'metro' } };

let api: Api;
beforeEach(async () => {
  api = await startApi();
  await api.call({ route: 'POST /api/customers', ...service, body: ada });
});

function get(as: Claims): Promise<Answer> {
  const query = as['custom:subaccount_id'] === undefined ? { query: { subaccount_id: 'metro' } } : {};
  return api.call({ route: 'GET /api/customers/{id}', as, id: 'ada', ...query });
}

const drawZones = (operational_zones: unknown) =>
  api.call({
    route: 'PUT /api/subaccounts/{id}',
    as: claims.operator(),
    id: 'metro',
    body: { name: 'Metro', app_name: 'Metro', operational_zones },
  });

describe('an operator, an admin or a service', () => {
  it.each([claims.operator(), claims.admin(), claims.service()])(
    'sees why each indicator is on',
    async (as) => {
      await api.signals.save(ref, found);
      await drawZones(square(20, 48));

      const { status, body } = await get(as);

      expect(status).toBe(200);
      expect(customerFileJson.strict().parse(body)).toMatchObject({
        email: 'ada@example.com',
        name: 'Ada Lovelace',
        phone: '+447400123456',
        phone_type: 'voip',
        phone_carrier: 'Mint Mobile',
        phone_is_prepaid: true,
        phone_risk_score: 61,
        phone_country: 'GB',
        signup_ip: '81.2.69.142',
        signup_ip_city: 'Paris',
        signup_ip_region: 'Île-de-France',
        signup_ip_country: 'FR',
        signup_latitude: 48.5,
        signup_longitude: 16.5,
        signup_location_accuracy: 20,
      });
      expect(body['signals']).toEqual([
        { code: 'voip_number', triggered: true, phone_type: 'voip' },
        {
          code: 'recently_ported_number',
          triggered: true,
          ported_at: new Date(nowMs - 3 * dayMs).toISOString(),
          days_since_port: 3,
          threshold_days: 30,
        },
        { code: 'prepaid_carrier', triggered: true, carrier: 'Mint Mobile' },
        { code: 'phone_country_mismatch', triggered: true, phone_country: 'GB', signup_country: 'FR' },
        {
          code: 'ip_gps_mismatch',
          triggered: true,
          distance_km: expect.closeTo(1035, -1) as number,
          threshold_km: 200,
          accuracy_meters: 20,
        },
        { code: 'vpn_or_proxy', triggered: true, anonymizer: 'vpn' },
        {
          code: 'outside_operational_zones',
          triggered: true,
          distance_km: expect.closeTo(257, -1) as number,
          accuracy_meters: 20,
        },
      ]);
    },
  );

  it('sees all fields, unknown ones as null, before anything was found out', async () => {
    const { body } = await get(claims.operator());

    expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(signalFields)));
    expect(body).toMatchObject({ phone: ada.phone, phone_type: null, signup_ip_country: null });
    const signals = z.array(z.looseObject({ triggered: z.null() })).parse(body['signals']);
    expect(signals).toHaveLength(7);
  });

  it('sees the zones of now: whom a new one takes in is no longer outside', async () => {
    const outside = async () =>
      z
        .array(z.looseObject({ code: z.string(), triggered: z.boolean().nullable() }))
        .parse((await get(claims.operator())).body['signals'])
        .find(({ code }) => code === 'outside_operational_zones')?.triggered;
    expect(await outside()).toBeNull();

    await drawZones(square(20, 48));
    expect(await outside()).toBe(true);

    await drawZones(square(16, 48));
    expect(await outside()).toBe(false);
  });

  it('finds no indicator that decides: the gate is as it was', async () => {
    const before = (await get(claims.operator())).body['ride_gate'];
    await api.signals.save(ref, found);

    expect((await get(claims.operator())).body['ride_gate']).toEqual(before);
    expect(before).toEqual({ allowed: true, code: 'not_required' });
  });
});

describe('personal details and signals', () => {
  const personal = /ada@|Lovelace|7400123456|81\.2\.69|48\.5|Mint|signal|phone|signup/;

  it('are not shown to riders, not even one’s own', async () => {
    await api.signals.save(ref, found);

    const { body } = await get(claims.rider('ada'));

    expect(JSON.stringify(body)).not.toMatch(personal);
  });

  it('are not shown in lists', async () => {
    await api.signals.save(ref, found);

    const { body } = await api.call({ route: 'GET /api/customers', as: claims.operator() });

    expect(body['data']).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(personal);
  });

  it('of a rider without any are null', async () => {
    await api.call({ route: 'POST /api/customers', ...service, body: { id: 'ben' } });
    await api.signals.save(
      { ...ref, customerId: 'ben' },
      { collectedAtMs: nowMs, phone: unknownPhone, ip: unknownIp },
    );

    const { body } = await api.call({ route: 'GET /api/customers/{id}', as: claims.operator(), id: 'ben' });

    const { signals: _, ...fields } = signalFields;
    expect(Object.keys(fields).map((field) => body[field])).toEqual(Object.keys(fields).map(() => null));
  });
});

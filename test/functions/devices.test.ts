// PUT and DELETE /api/customers/{id}/devices/{device_id}

import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../support/add-customer.ts';
import { minuteMs, nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, stored, type Answer, type Api } from './harness.ts';

const rider = { subaccountId: 'metro', customerId: 'rider-1' };

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers);
});

function register(body: unknown, deviceId = 'phone-1'): Promise<Answer> {
  return api.call({
    route: 'PUT /api/customers/{id}/devices/{device_id}',
    as: claims.rider(),
    id: 'rider-1',
    parameters: { device_id: deviceId },
    body,
  });
}

function remove(deviceId = 'phone-1', as = claims.rider()): Promise<Answer> {
  return api.call({
    route: 'DELETE /api/customers/{id}/devices/{device_id}',
    as,
    id: 'rider-1',
    parameters: { device_id: deviceId },
  });
}

const iPhone = { platform: 'apns', token: 'c0ffee00' };
const android = { platform: 'fcm', token: 'fcm-token:APA91b' };

describe('registering a device', () => {
  it('answers 201 with the device, and never with its token', async () => {
    const { status, body } = await register(iPhone);

    expect(status).toBe(201);
    expect(body).toEqual({
      device_id: 'phone-1',
      platform: 'apns',
      registered_at: new Date(nowMs).toISOString(),
    });
  });

  it('again answers 200 with the new time, and changes nothing else', async () => {
    await register(iPhone);
    api.clock.advance(minuteMs);

    const { status, body } = await register(iPhone);

    expect(status).toBe(200);
    expect(body['registered_at']).toBe(new Date(nowMs + minuteMs).toISOString());
    expect(await api.devices.list(rider)).toHaveLength(1);
    expect(api.pushService.tokens()).toEqual(['c0ffee00']);
  });

  it('with a new token replaces the old one, at the push service too', async () => {
    await register(iPhone);

    expect((await register({ platform: 'apns', token: 'decaf' })).status).toBe(200);

    expect(await api.devices.list(rider)).toHaveLength(1);
    expect(api.pushService.tokens()).toEqual(['decaf']);
  });

  it('stores no token, only its hash', async () => {
    await register(android);

    const everything = JSON.stringify([...api.storage.devices, ...api.storage.pushTokens]);
    expect(everything).not.toContain('APA91b');
    expect(everything).toMatch(/"tokenHash":"[\da-f]{64}"/);
  });

  it('of a platform that is not set up is a conflict, and stores nothing', async () => {
    api.pushService.switchOff('fcm');
    const before = stored(api);

    expect(await register(android)).toMatchObject({ status: 409, body: { code: 'push_not_configured' } });
    expect(stored(api)).toEqual(before);
    expect((await register(iPhone)).status).toBe(201);
  });

  it('of a customer who doesn’t exist answers 404, and tells the push service nothing', async () => {
    const answer = await api.call({
      route: 'PUT /api/customers/{id}/devices/{device_id}',
      as: claims.service(),
      query: { subaccount_id: 'metro' },
      id: 'nobody',
      parameters: { device_id: 'phone-1' },
      body: iPhone,
    });

    expect(answer).toMatchObject({ status: 404, body: { code: 'customer_not_found' } });
    expect(api.pushService.tokens()).toEqual([]);
  });

  it('stores nothing where the push service fails', async () => {
    api.pushService.failNext(new Error('InternalError'));
    const before = stored(api);

    expect((await register(iPhone)).status).toBe(500);
    expect(stored(api)).toEqual(before);
  });

  it.each([
    ['without a platform', { token: 'c0ffee' }, ['platform']],
    ['of an unknown platform', { platform: 'wns', token: 'c0ffee' }, ['platform']],
    ['without a token', { platform: 'apns' }, ['token']],
    ['with an empty token', { platform: 'apns', token: '' }, ['token']],
    ['with a token with spaces', { platform: 'apns', token: 'c0 ffee' }, ['token']],
    ['with a token that is too long', { platform: 'fcm', token: 'x'.repeat(4097) }, ['token']],
    ['with other fields', { ...iPhone, endpoint_arn: 'arn:x' }, ['endpoint_arn']],
  ])('%s is refused', async (_, body, paths) => {
    const answer = await register(body);

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(paths);
  });

  it.each(['a#b', '#', 'phone 1', '.phone', 'x'.repeat(129), ''])(
    'under the odd id “%s” is refused, and so is its removal',
    async (deviceId) => {
      const before = stored(api);

      for (const answer of [await register(iPhone, deviceId), await remove(deviceId)]) {
        expect(answer.status).toBe(400);
        expect(faultyPaths(answer)).toEqual(['device_id']);
      }
      expect(stored(api)).toEqual(before);
    },
  );
});

describe('removing a device', () => {
  it('answers 204, and leaves nothing of it', async () => {
    const before = stored(api);
    await register(iPhone);

    expect((await remove()).status).toBe(204);

    expect(stored(api)).toEqual(before);
    expect(api.pushService.tokens()).toEqual([]);
  });

  it('that is not there, or no longer, answers 204', async () => {
    await register(iPhone, 'phone-2');

    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(204);
    expect(await api.devices.list(rider)).toMatchObject([{ id: 'phone-2' }]);
  });

  it('leaves another rider’s device of the same id alone', async () => {
    await addCustomer(api.customers, { id: 'rider-2' });
    await register(iPhone);

    const answer = await api.call({
      route: 'DELETE /api/customers/{id}/devices/{device_id}',
      as: claims.rider('rider-2'),
      id: 'rider-2',
      parameters: { device_id: 'phone-1' },
    });

    expect(answer.status).toBe(204);
    expect(await api.devices.list(rider)).toHaveLength(1);
  });

  it('that broke off can be repeated', async () => {
    await register(iPhone);
    api.pushService.failNext(new Error('InternalError'));

    expect((await remove()).status).toBe(500);
    expect((await remove()).status).toBe(204);
    expect(api.pushService.tokens()).toEqual([]);
  });
});

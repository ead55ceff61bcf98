// Pushes to phones through the whole run: registered by the rider app, and read where the phones would show them.

import { beforeAll, describe, expect, it } from 'vitest';
import { until, type Client, type PushedNotification } from './http-client.ts';
import { commonRun } from './common-run.ts';

let client: Client;
let service: string;

beforeAll(async () => {
  ({ client } = await commonRun());
  service = await client.token('service');
}, 60_000);

/** A rider of campus, where nobody is asked for anything until an operator does so. */
async function newRider(id: string) {
  const created = await client.api(service, 'POST', '/api/customers?subaccount_id=campus', { id });
  expect(created.status).toBe(201);
  const token = await client.token('rider', { subaccount_id: 'campus', customer_id: id });
  const operator = await client.token('operator', { subaccount_id: 'campus', user_id: 'op-1' });
  const path = (deviceId: string) => `/api/customers/${id}/devices/${deviceId}`;
  return {
    register: (deviceId: string, body: { platform: string; token: string }) =>
      client.api(token, 'PUT', path(deviceId), body),
    remove: (deviceId: string) => client.api(token, 'DELETE', path(deviceId)),
    require: () => client.api(operator, 'POST', `/api/customers/${id}/identity-require`, { reason: 'other' }),
    verify: () =>
      client.api(operator, 'POST', `/api/customers/${id}/identity-manual-verify`, { notes: 'Seen.' }),
    pushes: () => client.pushesTo(id),
  };
}

const onPhones = (pushes: readonly PushedNotification[]) =>
  pushes.filter(({ target }) => target.includes(':endpoint/'));

describe('a registered phone', () => {
  it('gets each push under the id of its event, with the link that opens the verification', async () => {
    const rider = await newRider('device-two');
    expect((await rider.register('iphone', { platform: 'apns', token: 'c0ffee01' })).status).toBe(201);
    expect((await rider.register('pixel', { platform: 'fcm', token: 'fcm:one' })).status).toBe(201);
    expect((await rider.register('pixel', { platform: 'fcm', token: 'fcm:two' })).status).toBe(200);

    await rider.require();

    const pushes = await until(rider.pushes, (list) => list.length === 3);
    expect(new Set(pushes.map(({ id }) => id)).size).toBe(1);
    const targets = onPhones(pushes).map(({ target }) => /endpoint\/(\w+)\//.exec(target)?.[1]);
    expect(targets.toSorted()).toEqual(['APNS', 'GCM']);
    for (const push of onPhones(pushes)) {
      expect(push).toMatchObject({
        title: 'Identity Verification Required',
        type: 'identity',
        data: { action: 'open_identity_verification', deep_link: 'ridegate://identity' },
      });
    }
  });

  it('gets none of its earlier rider’s pushes once it has changed hands', async () => {
    const [before, after] = [await newRider('device-before'), await newRider('device-after')];
    await before.register('phone', { platform: 'apns', token: 'c0ffee02' });
    await after.register('phone', { platform: 'apns', token: 'c0ffee02' });

    await before.require();
    await after.require();

    const toNew = await until(after.pushes, (list) => list.length === 2);
    expect(onPhones(toNew)).toHaveLength(1);
    expect(await until(before.pushes, (list) => list.length === 1).then(onPhones)).toEqual([]);
  });

  it('gets no more once it was taken off', async () => {
    const rider = await newRider('device-off');
    await rider.register('phone', { platform: 'fcm', token: 'fcm:off' });
    expect((await rider.remove('phone')).status).toBe(204);
    expect((await rider.remove('phone')).status).toBe(204);

    await rider.require();
    // The stream is worked off in order: once the second push is out, the first one went wherever it goes.
    await until(rider.pushes, (list) => list.length > 0);
    await rider.verify();

    const pushes = await until(rider.pushes, (list) => list.length >= 2);
    expect(onPhones(pushes)).toEqual([]);
    expect(pushes).toHaveLength(2);
  });

  it('whose push service refuses its token is dropped, and the others go on', async () => {
    const rider = await newRider('device-dead');
    await rider.register('dead', { platform: 'fcm', token: 'fcm:disabled' });
    await rider.register('alive', { platform: 'fcm', token: 'fcm:alive' });

    await rider.require();
    await until(rider.pushes, (list) => onPhones(list).length === 1);
    await rider.verify();

    // Two on the topic, two on the phone that is alive.
    const pushes = await until(rider.pushes, (list) => list.length >= 4);
    expect(onPhones(pushes)).toHaveLength(2);
    expect(pushes).toHaveLength(4);
    // It was dropped, so it is new again.
    expect((await rider.register('dead', { platform: 'fcm', token: 'fcm:mended' })).status).toBe(201);
  });
});

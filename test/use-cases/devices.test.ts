// Phones that change hands, get new tokens, are too many, or are gone.

import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerRef } from '../../functions/domain/customer.ts';
import { maxDevicesPerCustomer } from '../../functions/domain/device.ts';
import { ConcurrentChange } from '../../functions/domain/faults.ts';
import { notificationContent, type Notification } from '../../functions/domain/notification.ts';
import { deliverNotification } from '../../functions/use-cases/deliver-notification.ts';
import { registerDevice } from '../../functions/use-cases/register-device.ts';
import { removeDevice } from '../../functions/use-cases/remove-device.ts';
import { addCustomer } from '../support/add-customer.ts';
import { minuteMs, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

let world: World;
let amelia: CustomerRef;
let mateo: CustomerRef;

beforeEach(async () => {
  world = createWorld({ nowMs });
  await world.addSubaccount('metro');
  await world.addSubaccount('harbor');
  amelia = await addCustomer(world.customers, { id: 'amelia' });
  mateo = await addCustomer(world.customers, { subaccountId: 'harbor', id: 'mateo' });
});

async function register(ref: CustomerRef, id: string, token: string): Promise<void> {
  await registerDevice(world, ref, { id, platform: 'fcm', token });
  world.clock.advance(minuteMs);
}

function aPush({ subaccountId, customerId }: CustomerRef, id = 'ntf_1'): Notification {
  const content = notificationContent('verified', { appName: 'Metro', lastError: null });
  return { id, kind: 'verified', subaccountId, customerId, createdAtMs: nowMs, ...content };
}

async function pushedTo(ref: CustomerRef): Promise<string[]> {
  world.pushService.pushed.length = 0;
  await deliverNotification(world, aPush(ref));
  return world.pushService.pushed.map(({ token }) => token);
}

const idsOf = async (ref: CustomerRef) => (await world.devices.list(ref)).map(({ id }) => id);

describe('a push goes', () => {
  it('to all of a customer’s phones, and to nobody else’s', async () => {
    await register(amelia, 'phone', 'a1');
    await register(amelia, 'tablet', 'a2');
    await register(mateo, 'phone', 'm1');

    expect(await pushedTo(amelia)).toEqual(['a1', 'a2']);
    expect(await pushedTo(mateo)).toEqual(['m1']);
  });

  it('to the topic alone where there is no phone', async () => {
    expect(await pushedTo(amelia)).toEqual([]);
    expect(world.publisher.published).toEqual([aPush(amelia)]);
  });
});

describe('a phone that changes hands', () => {
  it('gets its new rider’s pushes, and no more of the one before', async () => {
    await register(amelia, 'phone', 'shared');
    await register(mateo, 'my-phone', 'shared');

    expect(await pushedTo(amelia)).toEqual([]);
    expect(await pushedTo(mateo)).toEqual(['shared']);
    expect(await idsOf(amelia)).toEqual([]);
  });

  it('and back again does too', async () => {
    await register(amelia, 'phone', 'shared');
    await register(mateo, 'phone', 'shared');
    await register(amelia, 'phone', 'shared');

    expect(await pushedTo(amelia)).toEqual(['shared']);
    expect(await pushedTo(mateo)).toEqual([]);
  });

  it('leaves the first rider’s other phones alone', async () => {
    await register(amelia, 'phone', 'shared');
    await register(amelia, 'tablet', 'a2');
    await register(mateo, 'phone', 'shared');

    expect(await pushedTo(amelia)).toEqual(['a2']);
  });

  it('is not taken from its new rider when the one before signs out', async () => {
    await register(amelia, 'phone', 'shared');
    await register(mateo, 'phone', 'shared');

    await removeDevice(world, amelia, 'phone');

    expect(await pushedTo(mateo)).toEqual(['shared']);
  });
});

describe('a phone', () => {
  it('whose app got a new id is registered once', async () => {
    await register(amelia, 'before-reinstall', 'same');
    await register(amelia, 'after-reinstall', 'same');

    expect(await idsOf(amelia)).toEqual(['after-reinstall']);
    expect(await pushedTo(amelia)).toEqual(['same']);
  });

  it('that was disabled takes pushes again once it is registered again', async () => {
    await register(amelia, 'phone', 'a1');
    world.pushService.disable('a1');
    expect(await pushedTo(amelia)).toEqual([]);

    await register(amelia, 'phone', 'a1');

    expect(await pushedTo(amelia)).toEqual(['a1']);
  });

  it('over the cap takes the place of the one that was registered longest ago, at the push service too', async () => {
    for (let number = 0; number <= maxDevicesPerCustomer; number += 1) {
      await register(amelia, `phone-${number}`, `token-${number}`);
    }

    expect(await idsOf(amelia)).toHaveLength(maxDevicesPerCustomer);
    expect(await idsOf(amelia)).not.toContain('phone-0');
    expect(world.pushService.tokens()).not.toContain('token-0');
  });
});

describe('a registration', () => {
  it('decides again where others registered in between', async () => {
    await register(mateo, 'phone', 'shared');
    const { register: save, ...devices } = world.devices;
    let tries = 0;
    const contested = {
      ...devices,
      register: (...input: Parameters<typeof save>) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new ConcurrentChange()) : save(...input);
      },
    };

    const wanted = { id: 'phone', platform: 'fcm', token: 'shared' } as const;
    await registerDevice({ ...world, devices: contested }, amelia, wanted);

    expect(tries).toBe(2);
    expect(await pushedTo(mateo)).toEqual([]);
  });

  it('stands where the push service won’t forget the token that it replaces', async () => {
    await register(amelia, 'phone', 'old');
    const stubborn = { ...world.endpoints, remove: () => Promise.reject(new Error('InternalError')) };

    const wanted = { id: 'phone', platform: 'fcm', token: 'new' } as const;
    await registerDevice({ ...world, endpoints: stubborn }, amelia, wanted);

    expect(await pushedTo(amelia)).toEqual(['new']);
  });
});

describe('a delivery', () => {
  it('drops the phones that take no more pushes, and only those', async () => {
    await register(amelia, 'phone', 'a1');
    await register(amelia, 'tablet', 'a2');
    world.pushService.disable('a1');

    expect(await pushedTo(amelia)).toEqual(['a2']);
    expect(await idsOf(amelia)).toEqual(['tablet']);
  });

  it('that fails for one phone reaches the others and the topic, and then fails', async () => {
    await register(amelia, 'phone', 'a1');
    await register(amelia, 'tablet', 'a2');
    world.pushService.failNext(new Error('InternalError'));

    await expect(deliverNotification(world, aPush(amelia))).rejects.toThrow('InternalError');

    expect(world.pushService.pushed.map(({ token }) => token)).toEqual(['a2']);
    expect(world.publisher.published).toHaveLength(1);
  });

  it('that fails at the topic reaches the phones, and then fails', async () => {
    await register(amelia, 'phone', 'a1');
    world.publisher.failNext(new Error('Throttled'));

    await expect(deliverNotification(world, aPush(amelia))).rejects.toThrow('Throttled');

    expect(world.pushService.pushed).toHaveLength(1);
  });

  it('that is repeated comes under the same id', async () => {
    await register(amelia, 'phone', 'a1');

    await deliverNotification(world, aPush(amelia));
    await deliverNotification(world, aPush(amelia));

    expect(world.pushService.pushed.map(({ notification }) => notification.id)).toEqual(['ntf_1', 'ntf_1']);
  });
});

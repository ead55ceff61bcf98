// The worker of what the outbox relay handed over: read again, and delivered to where it has not been.

import { beforeEach, describe, expect, it } from 'vitest';
import { toHandedOverMessage } from '../../functions/contracts/handed-over-record.ts';
import type { CustomerRef } from '../../functions/domain/customer.ts';
import type { HandedOver, ItemKey } from '../../functions/domain/failed-relay.ts';
import { notificationContent, type Notification } from '../../functions/domain/notification.ts';
import { createRelayAgain } from '../../functions/relay-again.ts';
import { judgeRelayFault } from '../../functions/shared/judge-relay-fault.ts';
import type { RelayedChange } from '../../functions/use-cases/ports/messaging.ts';
import { registerDevice } from '../../functions/use-cases/register-device.ts';
import { addCustomer } from '../support/add-customer.ts';
import { minuteMs, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';
import { createRecordingLog, type RecordingLog } from '../support/recording-log.ts';
import { failedIds, sqsEvent } from './events/sqs.ts';

const item: ItemKey = { pk: 'SUB#metro#CUST#rider-1', sk: 'OUTBOX#0000000002' };
const push: Notification = {
  id: 'ntf_1',
  kind: 'verified',
  subaccountId: 'metro',
  customerId: 'rider-1',
  createdAtMs: nowMs,
  ...notificationContent('verified', { appName: 'Metro', lastError: null }),
};

let world: World;
let rider: CustomerRef;
let log: RecordingLog;
/** What stands in the table: a change, none, or something that can't be read. */
let saved: RelayedChange | null | Error;

beforeEach(async () => {
  world = createWorld({ nowMs });
  await world.addSubaccount('metro');
  rider = await addCustomer(world.customers);
  log = createRecordingLog();
  saved = { kind: 'push', notification: push };
});

function handedOver(difference: Partial<HandedOver> = {}): string {
  return JSON.stringify(
    toHandedOverMessage({
      item,
      notificationId: 'ntf_1',
      reached: [],
      cause: 'unavailable:ThrottledException',
      firstFailedAtMs: nowMs - minuteMs,
      lastFailedAtMs: nowMs - minuteMs,
      ...difference,
    }),
  );
}

async function work(...bodies: string[]): Promise<string[]> {
  const outbox = {
    read: (key: ItemKey) => {
      expect(key).toEqual(item);
      return saved instanceof Error ? Promise.reject(saved) : Promise.resolve(saved);
    },
  };
  const worker = createRelayAgain({ ...world, outbox, judge: judgeRelayFault, log });
  return failedIds(await worker(sqsEvent(...bodies)));
}

const throttled = () => Object.assign(new Error('Rate exceeded'), { name: 'ThrottledException' });

describe('a push that was handed over', () => {
  it('goes to the topic and to the devices, under its own id', async () => {
    await registerDevice(world, rider, { id: 'phone', platform: 'apns', token: 'c0ffee' });

    expect(await work(handedOver())).toEqual([]);

    expect(world.publisher.published).toEqual([push]);
    expect(world.pushService.pushed).toEqual([{ token: 'c0ffee', notification: push }]);
    expect(log.lines).toEqual([
      {
        message: 'relay again',
        fields: { requestId: 'msg-1', code: 'relayed', notificationId: 'ntf_1' },
      },
    ]);
  });

  it('goes only to where it has not been', async () => {
    await registerDevice(world, rider, { id: 'phone', platform: 'apns', token: 'c0ffee' });
    await registerDevice(world, rider, { id: 'tablet', platform: 'apns', token: 'facade' });

    expect(await work(handedOver({ reached: ['topic', 'device:tablet'] }))).toEqual([]);

    expect(world.publisher.published).toEqual([]);
    expect(world.pushService.pushed.map(({ token }) => token)).toEqual(['c0ffee']);
  });

  it('comes back where it gets nowhere, and goes out once the cause is gone', async () => {
    world.publisher.failNext(throttled());

    expect(await work(handedOver())).toEqual(['msg-1']);
    expect(await work(handedOver())).toEqual([]);

    expect(world.publisher.published).toEqual([push]);
    expect(world.retries.handedOver).toEqual([]);
  });

  it('that gets further is queued anew with how far it got, so that nobody is pushed again at each try', async () => {
    await registerDevice(world, rider, { id: 'phone', platform: 'apns', token: 'c0ffee' });
    world.pushService.failNext(throttled());

    expect(await work(handedOver())).toEqual([]);

    expect(world.retries.handedOver).toEqual([
      {
        item,
        notificationId: 'ntf_1',
        reached: ['topic'],
        cause: 'unavailable:ThrottledException',
        firstFailedAtMs: nowMs - minuteMs,
        lastFailedAtMs: nowMs,
      },
    ]);
    expect(await work(...world.retries.handedOver.map((record) => handedOver(record)))).toEqual([]);
    expect(world.publisher.published).toHaveLength(1);
    expect(world.pushService.pushed).toHaveLength(1);
  });

  it('comes back where that can’t be queued', async () => {
    await registerDevice(world, rider, { id: 'phone', platform: 'apns', token: 'c0ffee' });
    world.pushService.failNext(throttled());
    world.retries.failNext(throttled());

    expect(await work(handedOver())).toEqual(['msg-1']);
  });

  it('whose item has expired is done with', async () => {
    saved = null;

    expect(await work(handedOver())).toEqual([]);

    expect(world.publisher.published).toEqual([]);
    expect(log.lines).toMatchObject([{ fields: { code: 'expired', notificationId: 'ntf_1' } }]);
  });

  it('that still can’t be read comes back, and the others go out', async () => {
    saved = new Error('unreadable');
    expect(await work(handedOver())).toEqual(['msg-1']);
    saved = { kind: 'push', notification: push };

    expect(await work('no message of ours', handedOver())).toEqual(['msg-1']);
    expect(world.publisher.published).toEqual([push]);
  });

  it('can be put on the queue by a person who names its item alone', async () => {
    expect(await work(JSON.stringify(item))).toEqual([]);
    expect(world.publisher.published).toEqual([push]);
  });
});

describe('a signup that was handed over', () => {
  it('is announced', async () => {
    saved = { kind: 'signup', ref: rider };

    expect(await work(handedOver({ notificationId: null }))).toEqual([]);
    expect(world.signups.sent).toEqual([rider]);
  });
});

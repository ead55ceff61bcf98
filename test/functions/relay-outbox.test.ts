// The table stream's worker: what was saved is published, at least once, under its own id; signups are announced.

import { beforeEach, describe, expect, it } from 'vitest';
import { readRelayedRecord } from '../../functions/adapters/dynamodb/relayed-record.ts';
import type { CustomerRef } from '../../functions/domain/customer.ts';
import { notificationContent, type Notification } from '../../functions/domain/notification.ts';
import { createRelayOutbox } from '../../functions/relay-outbox.ts';
import { judgeRelayFault } from '../../functions/shared/judge-relay-fault.ts';
import type { Log } from '../../functions/shared/log.ts';
import type { NotificationPublisher } from '../../functions/use-cases/ports/messaging.ts';
import { registerDevice } from '../../functions/use-cases/register-device.ts';
import type { RelayDeps } from '../../functions/use-cases/relay-change.ts';
import { addCustomer } from '../support/add-customer.ts';
import { minuteMs, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import { signupEvent, streamEvent } from './events/dynamodb-stream.ts';
import { failedIds } from './events/sqs.ts';

let world: World;

beforeEach(() => {
  world = createWorld({ nowMs });
});

function aPush(id: string): Notification {
  return {
    id,
    kind: 'verified',
    subaccountId: 'metro',
    customerId: 'rider-1',
    createdAtMs: nowMs,
    ...notificationContent('verified', { appName: 'Metro', lastError: null }),
  };
}

/** A push of another customer. */
function ofOther(id: string): Notification {
  return { ...aPush(id), customerId: 'rider-2' };
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

/** The world's publisher, that fails for these notifications. */
function publisherFailing(faults: Readonly<Record<string, Error>>): NotificationPublisher {
  return {
    publish: async (push) => {
      const fault = faults[push.id];
      if (fault !== undefined) throw fault;
      await world.publisher.publish(push);
    },
  };
}

/** A relay that runs on; it answers the sequence numbers that it leaves. */
function aRelay(difference: Partial<RelayDeps & { log: Log }> = {}) {
  const worker = createRelayOutbox({
    ...world,
    judge: judgeRelayFault,
    readRecord: readRelayedRecord,
    log: createRecordingLog(),
    ...difference,
  });
  return async (event: ReturnType<typeof streamEvent>) => failedIds(await worker(event));
}

/** A relay that has just been started. */
const relay = (event: ReturnType<typeof streamEvent>, difference: Partial<RelayDeps> = {}) =>
  aRelay(difference)(event);

describe('a push that was saved', () => {
  it('is published as it was saved', async () => {
    expect(await relay(streamEvent(aPush('ntf_1'), aPush('ntf_2')))).toEqual([]);
    expect(world.publisher.published).toEqual([aPush('ntf_1'), aPush('ntf_2')]);
  });

  it('keeps its id over repeated deliveries', async () => {
    await relay(streamEvent(aPush('ntf_1')));
    await relay(streamEvent(aPush('ntf_1')));

    expect(world.publisher.published.map(({ id }) => id)).toEqual(['ntf_1', 'ntf_1']);
  });
});

describe('a customer’s devices', () => {
  const phone = { id: 'phone-1', platform: 'apns', token: 'c0ffee' } as const;
  let rider: CustomerRef;

  beforeEach(async () => {
    await world.addSubaccount('metro');
    rider = await addCustomer(world.customers);
    await registerDevice(world, rider, phone);
  });

  it('get the push beside the topic', async () => {
    await relay(streamEvent(aPush('ntf_1')));

    expect(world.pushService.pushed).toEqual([{ token: 'c0ffee', notification: aPush('ntf_1') }]);
    expect(world.publisher.published).toEqual([aPush('ntf_1')]);
  });

  it('that take no more pushes are dropped, and the record is done', async () => {
    world.pushService.disable('c0ffee');

    expect(await relay(streamEvent(aPush('ntf_1')))).toEqual([]);
    expect(world.storage.devices.size).toBe(0);
  });

  it('whose push service fails bring the record back', async () => {
    const broken = { push: () => Promise.reject(new Error('InternalError')) };

    expect(await relay(streamEvent(aPush('ntf_1')), { sender: broken })).toEqual(['1']);
    expect(world.storage.devices.size).toBe(1);
  });

  it('get it once, and the topic too, while the push service of another one is busy', async () => {
    await registerDevice(world, rider, { id: 'tablet-1', platform: 'apns', token: 'facade' });
    world.pushService.failNext(named('ThrottledException'));
    const handler = aRelay();

    expect(await handler(streamEvent(aPush('ntf_1')))).toEqual(['1']);
    expect(await handler(streamEvent(aPush('ntf_1')))).toEqual([]);

    expect(world.pushService.pushed.map(({ token }) => token)).toEqual(['facade', 'c0ffee']);
    expect(world.publisher.published).toHaveLength(1);
  });

  it('whose push is refused are left for later with a note of who has it, and nobody waits', async () => {
    await registerDevice(world, rider, { id: 'tablet-1', platform: 'apns', token: 'facade' });
    world.pushService.failNext(named('PlatformApplicationDisabledException'));

    expect(await relay(streamEvent(aPush('ntf_1'), aPush('ntf_2')))).toEqual([]);

    expect(world.retries.handedOver).toMatchObject([
      { notificationId: 'ntf_1', reached: ['topic', 'device:tablet-1'] },
    ]);
    expect(world.publisher.published.map(({ id }) => id)).toEqual(['ntf_1', 'ntf_2']);
  });
});

describe('a new signup', () => {
  const ada = { name: 'Ada Lovelace', phone: '+447400123456', ip: '81.2.69.142' };

  it('is announced by its ids, and nobody is pushed', async () => {
    expect(await relay(signupEvent({ ada, ben: {} }))).toEqual([]);

    expect(world.signups.sent).toEqual([
      { subaccountId: 'metro', customerId: 'ada' },
      { subaccountId: 'metro', customerId: 'ben' },
    ]);
    expect(world.publisher.published).toEqual([]);
  });

  it('goes by its key: its details are not looked at', async () => {
    const event = signupEvent({ ada });
    for (const record of event.Records) delete record.dynamodb?.NewImage;

    expect(await relay(event)).toEqual([]);
    expect(world.signups.sent).toHaveLength(1);
  });

  it('that the queue does not take comes back, while pushes beside it go out', async () => {
    world.signups.failNext(new Error('Throttled'));
    const event = {
      Records: [...signupEvent({ ada }).Records, ...streamEvent(null, aPush('ntf_1')).Records.slice(1)],
    };

    expect(await relay(event)).toEqual(['1']);
    expect(world.publisher.published).toEqual([aPush('ntf_1')]);
    expect(await relay(event)).toEqual([]);
    expect(world.signups.sent).toHaveLength(1);
  });
});

describe('a record that can never be relayed', () => {
  const good = ['ntf_1', 'ntf_2', 'ntf_3'].map((id) => aPush(id));
  const [one, two, three] = good;

  it.each([
    ['first', [null, one, two, three]],
    ['in the middle', [one, null, two, three]],
    ['last', [one, two, three, null]],
    ['many times', [null, one, null, null, two, three, null]],
  ] as const)('%s in its batch is handed over, and the others go out at once', async (_, pushes) => {
    expect(await relay(streamEvent(...pushes.map((push) => push ?? null)))).toEqual([]);

    expect(world.publisher.published).toEqual(good);
    expect(world.retries.handedOver).toHaveLength(pushes.filter((push) => push === null).length);
  });

  it('is handed over by its key and cause, and by nothing that it holds', async () => {
    await relay(streamEvent(aPush('ntf_1'), null));

    expect(world.retries.handedOver).toEqual([
      {
        item: { pk: 'SUB#metro#CUST#rider-1', sk: 'OUTBOX#0000000002' },
        notificationId: null,
        reached: [],
        cause: 'malformed',
        firstFailedAtMs: nowMs,
        lastFailedAtMs: nowMs,
      },
    ]);
  });

  it('has no image at all', async () => {
    const event = streamEvent(aPush('ntf_1'));
    for (const record of event.Records) delete record.dynamodb?.NewImage;

    expect(await relay(event)).toEqual([]);
    expect(world.retries.handedOver).toMatchObject([{ cause: 'malformed' }]);
  });

  it('is of no kind that is relayed', async () => {
    const event = signupEvent({ ada: {} });
    for (const { dynamodb } of event.Records) {
      if (dynamodb !== undefined) dynamodb.Keys = { pk: { S: 'SUB#metro' }, sk: { S: 'SIGNUP' } };
    }

    expect(await relay(event)).toEqual([]);
    expect(world.retries.handedOver).toMatchObject([{ item: { pk: 'SUB#metro' }, cause: 'malformed' }]);
    expect(world.signups.sent).toEqual([]);
  });

  it('is one whose message SNS refuses', async () => {
    world.publisher.failNext(named('InvalidParameterException'));

    expect(await relay(streamEvent(aPush('ntf_1'), aPush('ntf_2')))).toEqual([]);

    expect(world.retries.handedOver).toMatchObject([
      { notificationId: 'ntf_1', cause: 'refused:InvalidParameterException' },
    ]);
    expect(world.publisher.published).toEqual([aPush('ntf_2')]);
  });

  it('stays in the stream where the queue does not take it, and goes there with the next try', async () => {
    world.retries.failNext(named('QueueDoesNotExist'));
    const handler = aRelay();

    expect(await handler(streamEvent(null, ofOther('ntf_2')))).toEqual(['1']);
    expect(world.publisher.published).toEqual([ofOther('ntf_2')]);
    expect(await handler(streamEvent(null, ofOther('ntf_2')))).toEqual([]);
    expect(world.retries.handedOver).toHaveLength(1);
    expect(world.publisher.published).toHaveLength(1);
  });
});

describe('a record that fails for now', () => {
  it('stays in the stream, with those of its customer behind it; others go out', async () => {
    const publisher = publisherFailing({ ntf_1: named('ThrottledException') });
    const batch = streamEvent(aPush('ntf_1'), ofOther('ntf_2'), aPush('ntf_3'), ofOther('ntf_4'));

    expect(await aRelay({ publisher })(batch)).toEqual(['1', '3']);
    expect(world.publisher.published.map(({ id }) => id)).toEqual(['ntf_2', 'ntf_4']);
  });

  it('goes out with the next try in its order, and nothing else is repeated', async () => {
    const faults: Record<string, Error> = { ntf_2: named('ThrottledException') };
    const handler = aRelay({ publisher: publisherFailing(faults) });
    const batch = streamEvent(aPush('ntf_1'), aPush('ntf_2'), ofOther('ntf_3'), aPush('ntf_4'));
    expect(await handler(batch)).toEqual(['2', '4']);
    delete faults['ntf_2'];

    expect(await handler({ Records: batch.Records.slice(1) })).toEqual([]);

    expect(world.publisher.published.map(({ id }) => id)).toEqual(['ntf_1', 'ntf_3', 'ntf_2', 'ntf_4']);
  });

  it('is handed over with what happened to it once it has kept the others waiting for a quarter of an hour', async () => {
    world.publisher.failWith(named('ThrottledException'));
    const handler = aRelay();
    expect(await handler(streamEvent(aPush('ntf_1')))).toEqual(['1']);
    world.clock.advance(15 * minuteMs);

    expect(await handler(streamEvent(aPush('ntf_1')))).toEqual([]);

    expect(world.retries.handedOver).toMatchObject([
      {
        notificationId: 'ntf_1',
        cause: 'unavailable:ThrottledException',
        firstFailedAtMs: nowMs,
        lastFailedAtMs: nowMs + 15 * minuteMs,
      },
    ]);
  });

  it('is handed over sooner where nobody knows what it is', async () => {
    world.publisher.failWith(named('SomethingNew'));
    const handler = aRelay();
    expect(await handler(streamEvent(aPush('ntf_1')))).toEqual(['1']);
    world.clock.advance(2 * minuteMs);

    expect(await handler(streamEvent(aPush('ntf_1')))).toEqual([]);
    expect(world.retries.handedOver).toMatchObject([{ cause: 'unexpected:SomethingNew' }]);
  });

  it('waits in the stream while one that never works is handed over beside it', async () => {
    const publisher = publisherFailing({ ntf_2: named('ThrottledException') });

    expect(await aRelay({ publisher })(streamEvent(null, ofOther('ntf_2'), aPush('ntf_3')))).toEqual(['2']);

    expect(world.retries.handedOver).toMatchObject([{ cause: 'malformed' }]);
    expect(world.publisher.published).toEqual([aPush('ntf_3')]);
  });
});

describe('a batch that takes too long', () => {
  it('is not begun with any more, so that the function ends before its time is over', async () => {
    const publisher = {
      publish: async (push: Notification) => {
        world.clock.advance(6000);
        await world.publisher.publish(push);
      },
    };
    const pushes = ['ntf_1', 'ntf_2', 'ntf_3', 'ntf_4'].map((id) => aPush(id));

    expect(await aRelay({ publisher })(streamEvent(...pushes))).toEqual(['3', '4']);
    expect(world.publisher.published).toHaveLength(2);
    expect(world.retries.handedOver).toEqual([]);
  });
});

describe('the log', () => {
  it('tells what became of a record, by its ids', async () => {
    const log = createRecordingLog();

    await aRelay({ log })(streamEvent(aPush('ntf_1'), null));

    expect(log.lines).toMatchObject([
      { message: 'relayed', fields: { eventId: 'stream-1', notificationId: 'ntf_1' } },
      { message: 'relay', fields: { eventId: 'stream-2' }, fault: { name: 'ZodError' } },
      { message: 'handed_over', fields: { eventId: 'stream-2' } },
    ]);
  });
});

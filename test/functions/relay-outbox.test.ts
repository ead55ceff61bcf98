// The table stream's worker: what was saved is published, at least once, under its own id; signups are announced.

import { beforeEach, describe, expect, it } from 'vitest';
import { readRelayedRecord } from '../../functions/adapters/dynamodb/relayed-record.ts';
import { notificationContent, type Notification } from '../../functions/domain/notification.ts';
import { createRelayOutbox } from '../../functions/relay-outbox.ts';
import { registerDevice } from '../../functions/use-cases/register-device.ts';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs } from '../support/builders.ts';
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

async function relay(
  event: ReturnType<typeof streamEvent>,
  difference: Partial<World> = {},
): Promise<string[]> {
  const deps = { ...world, ...difference };
  const worker = createRelayOutbox({ ...deps, readRecord: readRelayedRecord, log: createRecordingLog() });
  return failedIds(await worker(event));
}

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

  beforeEach(async () => {
    await world.addSubaccount('metro');
    await registerDevice(world, await addCustomer(world.customers), phone);
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

describe('a record that can’t be relayed is reported by its sequence number', () => {
  it('where it holds no push; the others go out', async () => {
    expect(await relay(streamEvent(aPush('ntf_1'), null, aPush('ntf_3')))).toEqual(['2']);
    expect(world.publisher.published.map(({ id }) => id)).toEqual(['ntf_1', 'ntf_3']);
  });

  it('where it has no image at all', async () => {
    const event = streamEvent(aPush('ntf_1'));
    for (const record of event.Records) delete record.dynamodb?.NewImage;

    expect(await relay(event)).toEqual(['1']);
  });

  it('where it is of no kind that is relayed', async () => {
    const event = signupEvent({ ada: {} });
    for (const { dynamodb } of event.Records) {
      if (dynamodb !== undefined) dynamodb.Keys = { pk: { S: 'SUB#metro' }, sk: { S: 'SIGNUP' } };
    }

    expect(await relay(event)).toEqual(['1']);
    expect(world.signups.sent).toEqual([]);
  });

  it('where the topic fails, and goes out at the next try', async () => {
    world.publisher.failNext(new Error('Throttled'));

    expect(await relay(streamEvent(aPush('ntf_1')))).toEqual(['1']);
    expect(await relay(streamEvent(aPush('ntf_1')))).toEqual([]);
    expect(world.publisher.published).toHaveLength(1);
  });
});

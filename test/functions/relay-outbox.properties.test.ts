// Whatever mix of good, unreadable and temporarily failing records a shard holds, and whenever the relay is replaced
// by a new one that remembers nothing: each notification goes out, under its own id, and nobody waits for a poison.

import fc from 'fast-check';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { readRelayedRecord } from '../../functions/adapters/dynamodb/relayed-record.ts';
import { notificationContent, type Notification } from '../../functions/domain/notification.ts';
import { createRelayOutbox } from '../../functions/relay-outbox.ts';
import { judgeRelayFault } from '../../functions/shared/judge-relay-fault.ts';
import { nowMs } from '../support/builders.ts';
import { createWorld } from '../support/in-memory/world.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import { streamEvent } from './events/dynamodb-stream.ts';
import { failedIds } from './events/sqs.ts';

type Kind =
  | { is: 'good' }
  /** Can't be read, or is refused by SNS for good. */
  | { is: 'unreadable' }
  | { is: 'refused' }
  /** Fails this many times. */
  | { is: 'busy'; times: number };

type Saved = { customer: number; kind: Kind };

const anyKind: fc.Arbitrary<Kind> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ is: 'good' as const }) },
  { weight: 1, arbitrary: fc.constant({ is: 'unreadable' as const }) },
  { weight: 1, arbitrary: fc.constant({ is: 'refused' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant('busy' as const), times: fc.integer({ min: 1, max: 3 }) }),
  },
);
const anySaved: fc.Arbitrary<Saved[]> = fc.array(fc.record({ customer: fc.nat(3), kind: anyKind }), {
  maxLength: 30,
});

const idOf = (index: number): string => `ntf_${index + 1}`;
const batchSize = 7;

function aPush(id: string, customer: number): Notification {
  const content = notificationContent('verified', { appName: 'Metro', lastError: null });
  const customerId = `rider-${customer + 1}`;
  return { id, kind: 'verified', subaccountId: 'metro', customerId, createdAtMs: nowMs, ...content };
}

/** A shard that hands its records out as Lambda does: from the first that is left on again. */
async function follow(saved: readonly Saved[], replaceAfter: readonly boolean[]) {
  const world = createWorld({ nowMs });
  const busy = new Map(saved.map(({ kind }, index) => [idOf(index), kind.is === 'busy' ? kind.times : 0]));
  const publisher = {
    publish: async (push: Notification) => {
      const index = Number(push.id.slice(4)) - 1;
      if (saved[index]?.kind.is === 'refused') throw named('InvalidParameterException');
      const left = busy.get(push.id) ?? 0;
      busy.set(push.id, left - 1);
      if (left > 0) throw named('ThrottledException');
      await world.publisher.publish(push);
    },
  };
  const start = () =>
    createRelayOutbox({
      ...world,
      publisher,
      judge: judgeRelayFault,
      readRecord: readRelayedRecord,
      log: createRecordingLog(),
    });
  const records: DynamoDBRecord[] = streamEvent(
    ...saved.map(({ customer }, index) => aPush(idOf(index), customer)),
  ).Records;
  for (const [index, { kind }] of saved.entries()) {
    if (kind.is === 'unreadable') delete records[index]?.dynamodb?.NewImage;
  }
  let relay = start();
  let replaced = 0;
  const afterFirstTry: string[] = [];
  for (let position = 0, runs = 0; position < records.length; runs += 1) {
    expect(runs).toBeLessThan(1000);
    const batch = records.slice(position, position + batchSize);
    const left = failedIds(await relay({ Records: batch }));
    const firstLeft = batch.findIndex(({ dynamodb }) => left.includes(dynamodb?.SequenceNumber ?? ''));
    if (position === 0 && runs === 0) afterFirstTry.push(...world.publisher.published.map(({ id }) => id));
    position += firstLeft < 0 ? batch.length : firstLeft;
    if (replaceAfter[runs] === true) {
      relay = start();
      replaced += 1;
    }
  }
  return {
    published: world.publisher.published,
    handedOver: world.retries.handedOver.map(({ item }) => Number(item.sk.slice('OUTBOX#'.length)) - 1),
    afterFirstTry,
    replaced,
  };
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

const isPoison = ({ kind }: Saved): boolean => kind.is === 'unreadable' || kind.is === 'refused';

it('each notification goes out under its own id, and what never works is handed over', async () => {
  await fc.assert(
    fc.asyncProperty(anySaved, fc.array(fc.boolean(), { maxLength: 20 }), async (saved, replaceAfter) => {
      const { published, handedOver, afterFirstTry, replaced } = await follow(saved, replaceAfter);

      const deliverable = saved.flatMap((one, index) => (isPoison(one) ? [] : [idOf(index)]));
      const poison = saved.flatMap((one, index) => (isPoison(one) ? [index] : []));
      const ids = published.map(({ id }) => id);
      expect(new Set(ids)).toEqual(new Set(deliverable));
      expect(new Set(handedOver)).toEqual(new Set(poison));

      // Nothing comes twice, unless the relay was replaced while something was left.
      if (replaced === 0) {
        expect(ids).toHaveLength(deliverable.length);
        expect(handedOver).toHaveLength(poison.length);
      }

      // The first delivery of each push of a customer keeps their order.
      for (const customer of [0, 1, 2, 3]) {
        const own = deliverable.filter((id) => saved[Number(id.slice(4)) - 1]?.customer === customer);
        expect([...new Set(ids)].filter((id) => own.includes(id))).toEqual(own);
      }

      // In the first batch, only a customer's own busy record keeps his later ones back.
      const firstBatch = saved.slice(0, batchSize);
      const free = firstBatch.flatMap((one, index) => {
        const isHeld = firstBatch
          .slice(0, index)
          .some(({ customer, kind }) => customer === one.customer && kind.is === 'busy');
        return one.kind.is === 'good' && !isHeld ? [idOf(index)] : [];
      });
      expect(new Set(afterFirstTry)).toEqual(new Set(free));
    }),
    { numRuns: 300 },
  );
});

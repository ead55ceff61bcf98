// Whatever waits, whatever is selected, and whoever else redrives meanwhile and dies of it: nothing is lost.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toStripeEventMessage } from '../../functions/contracts/messages.ts';
import { isSelected, type DeadLetterSelection } from '../../functions/domain/dead-letter.ts';
import { handledEventTypes } from '../../functions/domain/stripe-event.ts';
import type { RedrivableDeadLetterQueue } from '../../functions/use-cases/ports/dead-letters.ts';
import { redriveDeadLetters } from '../../functions/use-cases/redrive-dead-letters.ts';
import { aStripeEvent, nowMs } from '../support/builders.ts';
import { createFixedClock } from '../support/in-memory/clock.ts';
import {
  createInMemoryDeadLetterQueue,
  type InMemoryDeadLetterQueue,
} from '../support/in-memory/dead-letters.ts';

const anEventId = fc.nat(8).map((number) => `evt_${number}`);
const anEventType = fc.constantFrom(...handledEventTypes);
const aCause = fc.constantFrom('busy', 'stripe_refused:resource_missing', 'stripe_refused:other', null);
const aBody = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ eventId: anEventId, type: anEventType })
      .map((event) => JSON.stringify(toStripeEventMessage(aStripeEvent(event)))),
  },
  { weight: 1, arbitrary: fc.constantFrom('nonsense', '{"event_id":"evt_1"}') },
);
const aMessage = fc.record({ body: aBody, cause: aCause });

const aSelection: fc.Arbitrary<DeadLetterSelection> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.record({ kind: fc.constant('events' as const), eventIds: fc.array(anEventId, { minLength: 1 }) }),
  fc.record({
    kind: fc.constant('alike' as const),
    cause: fc.constantFrom('busy', 'stripe_refused', 'worker_stopped', undefined),
    eventType: fc.option(anEventType, { nil: undefined }),
  }),
);

const customers = { findByStripeSession: () => Promise.resolve(null) };

it('each selected event reaches the lane at least once, nothing else does, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(aMessage, { maxLength: 30 }),
      aSelection,
      fc.record({ handsOut: fc.integer({ min: 1, max: 10 }), atMost: fc.integer({ min: 1, max: 40 }) }),
      fc.array(fc.constantFrom('throttle', 'kill', 'expire'), { maxLength: 4 }),
      async (scheduler, messages, selection, { handsOut, atMost }, troubles) => {
        const queue = createInMemoryDeadLetterQueue(createFixedClock(nowMs), handsOut);
        for (const { body, cause } of messages) queue.add(body, { cause });
        const letters = queue.visible();
        const meant = letters.filter((letter) => isSelected(letter, selection) && letter.event !== null);
        const redrive = (deadLetters: RedrivableDeadLetterQueue, bound: number) =>
          redriveDeadLetters({ deadLetters, customers }, { selection, dryRun: false }, { atMost: bound });

        const interleaved = interleave(queue, scheduler);
        const calls = [redrive(interleaved, atMost), redrive(interleaved, 1000)];
        for (const trouble of troubles) {
          void scheduler.schedule(Promise.resolve()).then(() => {
            cause(queue, trouble);
          });
        }
        await scheduler.waitFor(Promise.allSettled(calls));
        // Troubles that nobody met are over, and so are the holds of those who died.
        await drainFaults(queue);
        queue.expireHolds();
        const last = await redrive(queue, 1000);

        const sent = new Set(queue.backlog);
        const bodiesMeant = messages
          .filter((_, index) => meant.includes(letters[index] ?? never()))
          .map(({ body }) => body);
        expect(last).toMatchObject({ remaining: 0 });
        expect([...sent].toSorted()).toEqual([...new Set(bodiesMeant)].toSorted());
        expect(queue.visible().map(({ messageId }) => messageId)).toEqual(
          letters.filter((letter) => !meant.includes(letter)).map(({ messageId }) => messageId),
        );
      },
    ),
    { numRuns: 300 },
  );
});

/** The same queue, whose calls begin and end in any order. */
function interleave(queue: InMemoryDeadLetterQueue, scheduler: fc.Scheduler): RedrivableDeadLetterQueue {
  return {
    receive: scheduler.scheduleFunction(queue.receive),
    release: scheduler.scheduleFunction(queue.release),
    moveToBacklog: scheduler.scheduleFunction(queue.moveToBacklog),
    approximateSize: scheduler.scheduleFunction(queue.approximateSize),
  };
}

function cause(queue: InMemoryDeadLetterQueue, trouble: 'throttle' | 'kill' | 'expire'): void {
  switch (trouble) {
    case 'throttle':
      queue.failNext(new Error('throttled'));
      return;
    case 'kill':
      queue.failBeforeDeleting(new Error('killed'));
      return;
    case 'expire':
      queue.expireHolds();
  }
}

async function drainFaults(queue: InMemoryDeadLetterQueue): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) await queue.receive().catch(() => []);
  for (let tries = 0; tries < 5; tries += 1) await queue.moveToBacklog([]).catch(() => new Set());
}

function never(): never {
  throw new Error('a message without a letter');
}

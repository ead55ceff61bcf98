import { describe, expect, it } from 'vitest';
import { toStripeEventMessage } from '../../../functions/contracts/messages.ts';
import type { DeliveryHistory } from '../../../functions/domain/failed-delivery.ts';
import type {
  HeldDeadLetter,
  RedrivableDeadLetterQueue,
} from '../../../functions/use-cases/ports/dead-letters.ts';
import { noHistory } from '../../support/in-memory/dead-letters.ts';
import { anEvent } from './event-queue.ts';
import { noonMs } from './samples.ts';

export type DeadLetterHarness = {
  queue: RedrivableDeadLetterQueue;
  /** Puts a message there, with what its sender says of it, or nothing. */
  add: (body: string, history: DeliveryHistory | null) => Promise<void>;
  /** Takes one message body off the backlog lane. */
  receiveFromBacklog: () => Promise<string | undefined>;
};

const bodyOf = (event = anEvent()): string => JSON.stringify(toStripeEventMessage(event));

const history: DeliveryHistory = {
  tries: 7,
  firstFailedAtMs: noonMs,
  lastFailedAtMs: noonMs + 60_000,
  cause: 'stripe_refused:resource_missing',
  customer: { subaccountId: 'metro', customerId: 'rider:1@x' },
};

/** What every RedrivableDeadLetterQueue promises (functions/use-cases/ports/dead-letters.ts). */
export function describeDeadLetterQueue(make: () => DeadLetterHarness): void {
  describe('a dead letter', () => {
    it('tells its event and what happened to it', async () => {
      const { queue, add } = make();
      const event = anEvent();
      await add(bodyOf(event), history);

      const { letter } = only(await queue.receive());

      expect(letter).toEqual({
        messageId: letter.messageId,
        event,
        queuedAtMs: letter.queuedAtMs,
        ...history,
      });
      expect(letter.messageId).not.toBe('');
    });

    it('that its worker said nothing about was moved by SQS, as its worker stopped', async () => {
      const { queue, add } = make();
      await add(bodyOf(), null);

      expect(only(await queue.receive()).letter).toMatchObject({
        cause: 'worker_stopped',
        tries: null,
        firstFailedAtMs: null,
        lastFailedAtMs: null,
        customer: null,
      });
    });

    it.each(['no JSON', '{"event_id":"evt_1"}', 'null'])(
      'that is no event is malformed: %s',
      async (body) => {
        const { queue, add } = make();
        await add(body, { ...noHistory, cause: 'unexpected', tries: 1 });

        expect(only(await queue.receive())).toMatchObject({
          letter: { event: null, cause: 'malformed', tries: 1 },
        });
      },
    );
  });

  describe('looking', () => {
    it('hands out each message once, ten at most at a time, and then none', async () => {
      const { queue, add } = make();
      const bodies = Array.from({ length: 12 }, () => bodyOf());
      for (const body of bodies) await add(body, null);

      const rounds = await receiveAll(queue);

      expect(Math.max(...rounds.map((round) => round.length))).toBeLessThanOrEqual(10);
      expect(bodiesOf(rounds.flat())).toEqual(bodies.toSorted());
      expect(await queue.approximateSize()).toBe(12);
    });

    it('hands out again what was released, as often as one looks', async () => {
      const { queue, add } = make();
      await add(bodyOf(), history);

      for (let look = 0; look < 3; look += 1) {
        const round = await queue.receive();
        expect(round).toHaveLength(1);
        await queue.release(round);
      }
    });

    it('is not disturbed by the release of what is gone, or of nothing', async () => {
      const { queue, add } = make();
      await add(bodyOf(), null);
      const round = await queue.receive();
      await queue.moveToBacklog(round);

      await queue.release(round);
      await queue.release([]);

      expect(await queue.approximateSize()).toBe(0);
    });
  });

  describe('moving', () => {
    it('puts the events on the backlog lane, and takes their messages off', async () => {
      const { queue, add, receiveFromBacklog } = make();
      const bodies = [bodyOf(), bodyOf()];
      for (const body of bodies) await add(body, history);
      const held = (await receiveAll(queue)).flat();

      const moved = await queue.moveToBacklog(held);

      expect(moved).toEqual(new Set(held.map(({ letter }) => letter.messageId)));
      expect([await receiveFromBacklog(), await receiveFromBacklog()].sort()).toEqual(bodies.toSorted());
      expect(await queue.approximateSize()).toBe(0);
    });

    it('takes events off whose messages are together more than SQS takes at once', async () => {
      const { queue, add, receiveFromBacklog } = make();
      const body = bodyOf();
      for (let number = 0; number < 10; number += 1) await add(`${body}${' '.repeat(200_000)}`, null);
      const held = (await receiveAll(queue)).flat();

      const moved = await queue.moveToBacklog(held);

      expect(moved.size).toBe(10);
      expect(await receiveFromBacklog()).toBe(body);
      expect(await queue.approximateSize()).toBe(0);
    });

    it('leaves what is no event', async () => {
      const { queue, add } = make();
      await add('nonsense', null);

      expect(await queue.moveToBacklog(await queue.receive())).toEqual(new Set());

      expect(await queue.approximateSize()).toBe(1);
    });

    it('leaves those that were not to be moved', async () => {
      const { queue, add } = make();
      await add(bodyOf(), null);
      await add(bodyOf(), null);
      const held = (await receiveAll(queue)).flat();

      await queue.moveToBacklog(held.slice(0, 1));
      await queue.release(held.slice(1));

      expect(bodiesOf(await queue.receive())).toEqual(bodiesOf(held.slice(1)));
    });

    it('nothing is done at once', async () => {
      expect(await make().queue.moveToBacklog([])).toEqual(new Set());
    });
  });
}

async function receiveAll(queue: RedrivableDeadLetterQueue): Promise<(readonly HeldDeadLetter[])[]> {
  const rounds = [await queue.receive()];
  while (rounds.at(-1)?.length !== 0) rounds.push(await queue.receive());
  return rounds;
}

function bodiesOf(held: readonly HeldDeadLetter[]): string[] {
  return held.flatMap(({ letter: { event } }) => (event === null ? [] : [bodyOf(event)])).toSorted();
}

function only(round: readonly HeldDeadLetter[]): HeldDeadLetter {
  const [one] = round;
  if (one === undefined || round.length > 1) throw new Error(`expected one message, got ${round.length}`);
  return one;
}

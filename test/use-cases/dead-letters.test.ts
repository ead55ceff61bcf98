import { beforeEach, describe, expect, it } from 'vitest';
import { listDeadLetters } from '../../functions/use-cases/list-dead-letters.ts';
import {
  redriveDeadLetters,
  type Redrive,
  type RedriveReport,
} from '../../functions/use-cases/redrive-dead-letters.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aStripeEvent, minuteMs, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

let world: World;
beforeEach(async () => {
  world = createWorld({ nowMs });
  await world.addSubaccount('metro');
});

const many = { atMost: 1000 };
const all: Redrive = { selection: { kind: 'all' }, dryRun: false };

function addEvents(count: number, from = 1): string[] {
  return Array.from({ length: count }, (_, index) => {
    world.clock.advance(minuteMs);
    return world.deadLetters.addEvent(aStripeEvent({ eventId: `evt_${from + index}` }), { cause: 'busy' });
  });
}

const visibleCount = (): number => world.deadLetters.visible().length;
const eventIds = ({ letters }: { letters: RedriveReport['letters'] }): (string | undefined)[] =>
  letters.map(({ letter }) => letter.event?.eventId);

describe('a list', () => {
  it('shows the oldest first, tells how many there are, and leaves them all there', async () => {
    const ids = addEvents(25);

    const list = await listDeadLetters(world, 3, many);

    expect(list.letters.map(({ messageId }) => messageId)).toEqual(ids.slice(0, 3));
    expect(list.approximateTotal).toBe(25);
    expect(visibleCount()).toBe(25);
  });

  it('looks at no more than it may', async () => {
    addEvents(45);

    expect((await listDeadLetters(world, 100, { atMost: 20 })).letters).toHaveLength(20);
    expect(visibleCount()).toBe(45);
  });

  it('names the customer that the worker named', async () => {
    const customer = { subaccountId: 'metro', customerId: 'rider-1' };
    world.deadLetters.addEvent(aStripeEvent({ type: 'charge.failed', objectId: 'ch_1' }), { customer });

    expect((await listDeadLetters(world, 1, many)).letters[0]?.customer).toEqual(customer);
  });

  it('names the customer of a session where the worker could not', async () => {
    const customer = await addCustomer(world.customers);
    world.storage.stripeSessions.set('vs_1', { ref: customer, number: 1 });
    world.deadLetters.addEvent(aStripeEvent({ objectId: 'vs_1' }));
    world.deadLetters.addEvent(aStripeEvent({ objectId: 'vs_unknown' }));

    const { letters } = await listDeadLetters(world, 10, many);

    expect(letters.map((letter) => letter.customer)).toEqual([customer, null]);
  });

  it('names all the customers that can be looked up', async () => {
    addEvents(3);
    const found = { ref: { subaccountId: 'metro', customerId: 'rider-1' }, number: 1 };
    let lookUps = 0;
    const customers = {
      findByStripeSession: () =>
        (lookUps += 1) === 2 ? Promise.reject(new Error('throttled')) : Promise.resolve(found),
    };

    const { letters } = await listDeadLetters({ ...world, customers }, 100, many);

    expect(letters.map(({ customer }) => customer)).toEqual([found.ref, null, found.ref]);
  });

  it('counts those that somebody else has in hand', async () => {
    addEvents(12);
    await world.deadLetters.receive();

    const list = await listDeadLetters(world, 100, many);

    expect(list).toMatchObject({ approximateTotal: 12, letters: { length: 2 } });
  });

  it('gives everything back where it fails', async () => {
    addEvents(12);
    const approximateSize = () => Promise.reject(new Error('throttled'));
    const deadLetters = { ...world.deadLetters, approximateSize };

    await expect(listDeadLetters({ ...world, deadLetters }, 100, many)).rejects.toThrow('throttled');

    expect(visibleCount()).toBe(12);
  });
});

describe('a redrive', () => {
  it('puts everything on the backlog, oldest first', async () => {
    addEvents(12);

    const report = await redriveDeadLetters(world, all, many);

    expect(report).toMatchObject({ matched: 12, redriven: 12, skipped: 0, remaining: 0 });
    expect(report.letters.every(({ outcome }) => outcome === 'redriven')).toBe(true);
    expect(world.deadLetters.backlog.map((body) => /evt_\d+/.exec(body)?.[0])).toEqual(eventIds(report));
    expect(visibleCount()).toBe(0);
  });

  it('finds nothing the second time', async () => {
    addEvents(2);
    await redriveDeadLetters(world, all, many);

    expect(await redriveDeadLetters(world, all, many)).toMatchObject({
      matched: 0,
      redriven: 0,
      letters: [],
    });
    expect(world.deadLetters.backlog).toHaveLength(2);
  });

  it('that is dry moves nothing and tells what it would', async () => {
    addEvents(2);

    const report = await redriveDeadLetters(world, { ...all, dryRun: true }, many);

    expect(report).toMatchObject({ dryRun: true, matched: 2, redriven: 0, remaining: 2 });
    expect(report.letters.map(({ outcome }) => outcome)).toEqual(['selected', 'selected']);
    expect(world.deadLetters.backlog).toEqual([]);
    expect(visibleCount()).toBe(2);
  });

  it('moves what was selected, in all its copies, and leaves the rest', async () => {
    addEvents(3);
    addEvents(1);

    const selection = { kind: 'events' as const, eventIds: ['evt_1', 'evt_9'] };
    const report = await redriveDeadLetters(world, { selection, dryRun: false }, many);

    expect(eventIds(report)).toEqual(['evt_1', 'evt_1']);
    expect(world.deadLetters.visible().map(({ event }) => event?.eventId)).toEqual(['evt_2', 'evt_3']);
  });

  it('skips what is no event, and leaves it', async () => {
    world.deadLetters.add('nonsense');
    addEvents(1);

    const report = await redriveDeadLetters(world, all, many);

    expect(report).toMatchObject({ matched: 1, redriven: 1, skipped: 1, remaining: 0 });
    expect(report.letters.map(({ outcome }) => outcome)).toEqual(['skipped', 'redriven']);
    expect(world.deadLetters.visible()).toMatchObject([{ cause: 'malformed' }]);
  });

  it('tells how much it did not come to', async () => {
    addEvents(45);

    expect(await redriveDeadLetters(world, all, { atMost: 20 })).toMatchObject({
      redriven: 20,
      remaining: 25,
    });
  });

  it('tells how many somebody else has in hand: they remain', async () => {
    addEvents(12);
    await world.deadLetters.receive();

    expect(await redriveDeadLetters(world, all, many)).toMatchObject({
      matched: 2,
      redriven: 2,
      remaining: 10,
      heldByOthers: 10,
    });
  });

  it('does not take those for held that it did not come to', async () => {
    addEvents(45);

    expect(await redriveDeadLetters(world, all, { atMost: 20 })).toMatchObject({ heldByOthers: 0 });
  });

  it('goes on where a customer can’t be looked up', async () => {
    addEvents(2);
    const customers = { findByStripeSession: () => Promise.reject(new Error('throttled')) };

    const report = await redriveDeadLetters({ ...world, customers }, all, many);

    expect(report).toMatchObject({ matched: 2, redriven: 2, remaining: 0 });
    expect(report.letters.map(({ letter }) => letter.customer)).toEqual([null, null]);
  });

  it('tells which ones the lane did not take; they stay', async () => {
    const [messageId = ''] = addEvents(2);
    world.deadLetters.refuse(messageId);

    const report = await redriveDeadLetters(world, all, many);

    expect(report).toMatchObject({ matched: 2, redriven: 1, remaining: 1 });
    expect(report.letters.map(({ outcome }) => outcome)).toEqual(['selected', 'redriven']);
    expect(visibleCount()).toBe(1);
  });

  it('that ends between sending and deleting loses nothing: the next one sends again', async () => {
    addEvents(12);
    world.deadLetters.failBeforeDeleting(new Error('killed'));

    await expect(redriveDeadLetters(world, all, many)).rejects.toThrow('killed');
    expect(visibleCount()).toBe(12);

    expect(await redriveDeadLetters(world, all, many)).toMatchObject({ redriven: 12 });
    expect(new Set(world.deadLetters.backlog).size).toBe(12);
  });

  it('does not meet again what comes straight back while it goes on', async () => {
    addEvents(12);
    const comesBack = {
      ...world.deadLetters,
      moveToBacklog: (letters: Parameters<typeof world.deadLetters.moveToBacklog>[0]) => {
        for (const { letter } of letters) {
          if (letter.event !== null) world.deadLetters.addEvent(letter.event);
        }
        return world.deadLetters.moveToBacklog(letters);
      },
    };

    const report = await redriveDeadLetters({ ...world, deadLetters: comesBack }, all, many);

    expect(report).toMatchObject({ matched: 12, redriven: 12 });
    expect(visibleCount()).toBe(12);
  });

  it('stops between two rounds when it is told to, and tells how far it came', async () => {
    addEvents(25);
    const stop = new AbortController();
    const progress: number[] = [];

    const report = await redriveDeadLetters(world, all, {
      ...many,
      signal: stop.signal,
      onProgress: ({ redriven }) => {
        progress.push(redriven);
        if (redriven === 20) stop.abort();
      },
    });

    expect(progress).toEqual([0, 0, 0, 10, 20]);
    expect(report).toMatchObject({ matched: 25, redriven: 20, remaining: 5 });
    expect(visibleCount()).toBe(5);
  });

  it('that is told to stop while it looks gives back what it has', async () => {
    addEvents(25);
    const stop = new AbortController();

    const report = await redriveDeadLetters(world, all, {
      ...many,
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    });

    expect(report).toMatchObject({ matched: 10, redriven: 0, remaining: 25 });
    expect(visibleCount()).toBe(25);
  });
});

// Walks every order of a story's steps and deliveries. Orders that have come to the very same moment go on together,
// so a hundred thousand of them are as many walks as there are different moments.

import { emptyMoment, openMoment, type LiveMoment, type Moment } from './moment.ts';
import type { Story } from './stories.ts';
import { faultAt } from './verdict.ts';

/** A step of the story by its place, or the delivery of an event by its place; both count from 0. */
type Choice = { step: number } | { event: number };

export type Exploration = {
  /** Complete orders: each event once, or one of them twice. */
  orders: number;
  /** Different moments that they pass through. */
  moments: number;
  /** Each with the first order that leads there. */
  faults: string[];
  /** All moments in which a story may be over. */
  ends: ReadonlySet<string>;
};

/** @param from `start`: steps and deliveries in any order; `end`: all steps have happened before the first delivery */
export async function exploreOrders(story: Story, from: 'start' | 'end'): Promise<Exploration> {
  const known = new Map<string, number>();
  const ends = new Set<string>();
  const faults: string[] = [];
  const end = from === 'end' ? (story.unreadEnd ?? story.end) : story.end;

  const ordersFrom = async (moment: Moment, order: readonly string[]): Promise<number> => {
    const key = keyOf(moment);
    const counted = known.get(key);
    if (counted !== undefined) return counted;
    const live = await openMoment(moment);
    const choices = choicesAt(live, story);
    let orders = 0;
    if (isOver(live, story)) {
      orders = 1;
      ends.add(key);
      const fault = faultAt(live, end);
      if (fault !== null) faults.push(`${story.name}: ${order.join(', ')}: ${fault}`);
    } else if (choices.every((choice) => isRepeated(live, choice))) {
      faults.push(`${story.name}: ${order.join(', ')}: never goes on`);
    }
    for (const [index, choice] of choices.entries()) {
      const next = index === 0 ? live : await openMoment(moment);
      const name = nameOf(choice, next, story);
      await follow(choice, next, story);
      orders += await ordersFrom(next.freeze(), [...order, name]);
    }
    known.set(key, orders);
    return orders;
  };

  const orders = await ordersFrom(await firstMoment(story, from), []);
  return { orders, moments: known.size, faults, ends };
}

/** One order, without a pause in between; `pick` chooses among the names of what can happen next. */
export async function walk(
  story: Story,
  pick: (names: readonly string[], over: boolean) => string | null,
): Promise<{ order: string[]; end: string; fault: string | null }> {
  const live = await openMoment(await firstMoment(story, 'start'));
  const order: string[] = [];
  for (;;) {
    const choices = choicesAt(live, story);
    const names = choices.map((choice) => nameOf(choice, live, story));
    const name = pick(names, isOver(live, story));
    if (name === null) break;
    const choice = choices[names.indexOf(name)];
    if (choice === undefined) throw new Error(`"${name}" can't happen after ${order.join(', ')}`);
    order.push(name);
    await follow(choice, live, story);
  }
  return { order, end: keyOf(live.freeze()), fault: faultAt(live, story.end) };
}

/**
 * What makes moments different: what some function reads later. None here reads the audit trail, the pushes, or when
 * an event was processed, so these are judged where they are written; and which event was delivered twice no longer
 * matters once it was.
 */
function keyOf({ items, stripe, told, deliveries }: Moment): string {
  const read = items.flatMap((item) => {
    const sk = String(item['sk']);
    if (sk.startsWith('AUDIT#') || sk.startsWith('OUTBOX#')) return [];
    return [sk === 'EVENT' ? item['pk'] : withoutSealed(item)];
  });
  const delivered = deliveries.map((count) => count > 0);
  return JSON.stringify({ read, stripe, told, delivered, doubled: deliveries.includes(2) });
}

/** No function here opens what is sealed, and the same is sealed differently each time. */
function withoutSealed(value: unknown): unknown {
  if (value instanceof Uint8Array) return 'sealed';
  if (Array.isArray(value)) return value.map(withoutSealed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutSealed(part)]));
}

/** The rider has signed up, and the first step has happened: nothing can come before it. */
async function firstMoment(story: Story, from: 'start' | 'end'): Promise<Moment> {
  const live = await openMoment(emptyMoment);
  await live.signUp(story.maxAttempts);
  const steps = from === 'start' ? 1 : story.steps.length;
  for (let step = 0; step < steps; step += 1) await follow({ step }, live, story);
  return live.freeze();
}

function choicesAt(live: LiveMoment, { steps }: Story): Choice[] {
  const next = steps[live.told()];
  const deliveries = live.deliveries();
  const doubled = deliveries.includes(2);
  const events = deliveries.flatMap((count, event) =>
    count === 0 || (count === 1 && !doubled) ? [{ event }] : [],
  );
  return [
    ...(next !== undefined && next.waitsFor?.(live) !== false ? [{ step: live.told() }] : []),
    ...events,
  ];
}

function isOver(live: LiveMoment, { steps }: Story): boolean {
  return live.told() === steps.length && !live.deliveries().includes(0);
}

function isRepeated(live: LiveMoment, choice: Choice): boolean {
  return 'event' in choice && live.deliveries()[choice.event] === 1;
}

async function follow(choice: Choice, live: LiveMoment, { steps }: Story): Promise<void> {
  if ('event' in choice) return live.deliver(choice.event);
  live.tell();
  await steps[choice.step]?.happen(live);
}

function nameOf(choice: Choice, live: LiveMoment, { steps }: Story): string {
  if ('step' in choice) return steps[choice.step]?.name ?? '';
  const again = isRepeated(live, choice) ? ' again' : '';
  return `evt_${choice.event + 1}${again}`;
}

// One moment of a story: all that is stored and all that happened at Stripe. Production code is set on top of it,
// does one thing, and leaves the next moment. It remembers nothing else, so equal moments go on in the same way.

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { customerItem } from '../../../../functions/adapters/dynamodb/items.ts';
import { customerKeys } from '../../../../functions/adapters/dynamodb/keys.ts';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';
import type { Customer } from '../../../../functions/domain/customer.ts';
import type { StripeEvent } from '../../../../functions/domain/stripe-event.ts';
import { calmTable } from '../../engine/calm-table.ts';
import { tableName } from '../../wiring.ts';
import { openStripe, type StripeDoing } from './stripe.ts';
import { openFunctions, ref, type Functions } from './functions.ts';

export type Moment = {
  items: readonly Item[];
  stripe: readonly StripeDoing[];
  /** The last id that was drawn. */
  ids: number;
  /** Steps of the story that have happened. */
  told: number;
  /** How often each of Stripe's events was delivered, oldest event first. */
  deliveries: readonly number[];
};

/** A moment that goes on. */
export type LiveMoment = Functions & {
  items: () => Item[];
  customer: () => Customer;
  stripe: Awaited<ReturnType<typeof openStripe>>;
  deliveries: () => readonly number[];
  told: () => number;
  /** A step of the story begins, a minute after the last. */
  tell: () => void;
  /** Hands one event to the processor. @throws where it isn't done with it */
  deliver: (index: number) => Promise<void>;
  freeze: () => Moment;
};

export const emptyMoment: Moment = { items: [], stripe: [], ids: 0, told: 0, deliveries: [] };

const startMs = Date.parse('2026-03-01T12:00:00.000Z');
const minuteMs = 60_000;
/** A step's own ids don't depend on how many were drawn before it. */
const idsPerStep = 1000;

export async function openMoment(moment: Moment): Promise<LiveMoment> {
  let { ids, told } = moment;
  const delivered = [...moment.deliveries];
  const clock = { nowMs: () => startMs + told * minuteMs };
  const uuid = (): string => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };
  const table = calmTable(clock);
  for (const item of moment.items) {
    await table.documents.send(new PutCommand({ TableName: tableName, Item: item }));
  }
  const stripe = await openStripe(clock, moment.stripe);
  const functions = openFunctions({ documents: table.documents, clock, uuid, identity: stripe.port });

  const items = (): Item[] => [...table.items()].toSorted(byKey);
  const deliveries = (): readonly number[] => stripe.events.map((_, index) => delivered[index] ?? 0);
  return {
    ...functions,
    items,
    customer: () => customerItem.parse(table.get(customerKeys.profile(ref))),
    stripe,
    deliveries,
    told: () => told,
    tell: () => {
      told += 1;
      ids = told * idsPerStep;
    },
    deliver: async (index) => {
      await functions.process(eventAt(stripe.events, index));
      delivered[index] = (delivered[index] ?? 0) + 1;
    },
    freeze: () => ({ items: items(), stripe: [...stripe.doings], ids, told, deliveries: deliveries() }),
  };
}

function byKey(one: Item, other: Item): number {
  return compare(one['pk'], other['pk']) || compare(one['sk'], other['sk']);
}

function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  return String(one) < String(other) ? -1 : 1;
}

function eventAt(events: readonly StripeEvent[], index: number): StripeEvent {
  const event = events[index];
  if (event === undefined) throw new Error(`there is no event ${index + 1}`);
  return event;
}

// Stripe's side of the webhooks: lists new events, and delivers them signed, shuffled, some of them twice, until each
// copy is acknowledged. It runs outside of the system, so that it remembers what was acknowledged when the power fails.

import { setTimeout as wait } from 'node:timers/promises';
import { loopback } from '../../local/settings.ts';
import { signPayload } from '../../local/stripe-simulator/webhooks/signature.ts';
import type { Dice } from './dice.ts';
import { duplicateRate } from './plan.ts';
import type { Site } from './site.ts';
import { listNewEvents } from './stripe-api.ts';

export type Courier = {
  /** Copies that wait for their (next) try. */
  waiting: () => number;
  /** Posts so far, also those without an answer. */
  posts: () => number;
  /** Deliveries that the receiver answered with 200. */
  acknowledged: () => number;
  /** The events that the receiver has taken over with 200, each once. */
  acknowledgedEvents: () => ReadonlySet<string>;
  /** Delivers until there is nothing left and `finished` says that nothing more will come. */
  work: (finished: () => boolean, onAcknowledged: () => void) => Promise<void>;
};

type Copy = { id: string; body: string };

const lanes = 16;
const idleMs = 50;
const beforeRetryMs = 50;

export function createCourier(site: Site, dice: Dice, newestBefore: string): Courier {
  const pool: Copy[] = [];
  const acknowledgedEvents = new Set<string>();
  let newest = newestBefore;
  let events = 0;
  let posts = 0;
  let acknowledged = 0;
  let underWay = 0;

  const collect = async (): Promise<void> => {
    for (const event of await listNewEvents(site, newest)) {
      newest = event.id;
      const copy = { id: event.id, body: JSON.stringify(event) };
      pool.push(copy);
      // Every so many, so that a drill has as many deliveries as it was asked for.
      if (Math.floor((events + 1) * duplicateRate) > Math.floor(events * duplicateRate)) pool.push(copy);
      events += 1;
    }
  };
  const takeAny = (): Copy | undefined => {
    const last = pool.pop();
    if (last === undefined || pool.length === 0) return last;
    const place = dice.below(pool.length + 1);
    const taken = pool[place];
    if (taken === undefined) return last;
    pool[place] = last;
    return taken;
  };
  const post = async ({ id, body }: Copy): Promise<boolean> => {
    const [secret = ''] = site.settings.webhookSecrets;
    posts += 1;
    const answer = await site.request(`${loopback(site.settings.ports.webhook)}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signPayload(body, secret, Math.floor(Date.now() / 1000)),
      },
      body,
    });
    if (answer === undefined || answer.status >= 500) return false;
    if (answer.status !== 200) throw new Error(`the receiver refused ${id} with ${answer.status}`);
    acknowledged += 1;
    acknowledgedEvents.add(id);
    return true;
  };

  return {
    waiting: () => pool.length,
    posts: () => posts,
    acknowledged: () => acknowledged,
    acknowledgedEvents: () => acknowledgedEvents,
    work: async (finished, onAcknowledged) => {
      let collectedAll = false;
      const collecting = async (): Promise<void> => {
        while (!collectedAll) {
          const last = finished();
          await collect();
          collectedAll = last;
          await wait(idleMs);
        }
      };
      const delivering = async (): Promise<void> => {
        while (!collectedAll || pool.length > 0 || underWay > 0) {
          const copy = takeAny();
          if (copy === undefined) {
            await wait(idleMs);
            continue;
          }
          underWay += 1;
          const delivered = await post(copy);
          underWay -= 1;
          if (delivered) onAcknowledged();
          else {
            pool.push(copy);
            await wait(beforeRetryMs);
          }
        }
      };
      await Promise.all([collecting(), ...Array.from({ length: lanes }, delivering)]);
    },
  };
}

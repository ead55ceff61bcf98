// Plays the planned riders, many at a time, through the public API and the simulator's steering.

import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { callApi, expectStatus, steer, tokenOf } from './api.ts';
import type { Dice } from './dice.ts';
import type { PlannedCustomer, Step } from './plan.ts';
import type { Site, SiteAnswer } from './site.ts';

type Rider = PlannedCustomer & { sessionId: string | undefined; busy: boolean };

/** `later`: it can't be done yet, because a webhook or a check is still under way. */
type Outcome = 'done' | 'later';

const lanes = 8;
const laterMs = 50;
const started = z.object({ session_id: z.string() });

/** Every rider does all that he planned, in his order and among the others in any. `mayGoOn` holds them back. */
export async function playRiders(
  site: Site,
  customers: readonly PlannedCustomer[],
  { dice, mayGoOn }: { dice: Dice; mayGoOn: () => boolean },
): Promise<void> {
  const token = await tokenOf(site, 'service');
  let left = customers.map((customer): Rider => {
    return { ...customer, steps: [...customer.steps], sessionId: undefined, busy: false };
  });
  const playNext = async (): Promise<Outcome> => {
    const rider = dice.pick(left);
    const [step] = rider.steps;
    if (rider.busy || step === undefined) return 'later';
    rider.busy = true;
    const outcome = await play(site, token, rider, step);
    rider.busy = false;
    if (outcome === 'done') rider.steps.shift();
    if (rider.steps.length === 0) left = left.filter((other) => other !== rider);
    return outcome;
  };
  const lane = async (): Promise<void> => {
    while (left.length > 0) {
      if (!mayGoOn() || (await playNext()) === 'later') await wait(laterMs);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function play(site: Site, token: string, rider: Rider, step: Step): Promise<Outcome> {
  switch (step.does) {
    case 'sign_up': {
      const body = { id: rider.id, stripe_customer_id: rider.stripeCustomerId };
      const path = `/api/customers?subaccount_id=${rider.subaccountId}`;
      expectStatus(await callApi(site, token, 'POST', path, body), [200, 201]);
      return 'done';
    }
    case 'pay': {
      const charge = { customer: rider.stripeCustomerId, risk_level: step.riskLevel, status: 'succeeded' };
      expectStatus(await steer(site, 'POST', '/charges', charge), [200]);
      return 'done';
    }
    case 'start_session':
      return startSession(site, token, rider);
    case 'submit':
      return atStripe(site, rider, 'submit', { outcome: step.outcome, processing_ms: step.processingMs });
    case 'cancel':
      return atStripe(site, rider, 'cancel', {});
  }
}

async function startSession(site: Site, token: string, rider: Rider): Promise<Outcome> {
  const path = `/api/customers/${rider.id}/identity-session?subaccount_id=${rider.subaccountId}`;
  const answer = await callApi(site, token, 'POST', path, {});
  // His payment hasn't flagged him yet.
  if (answer.status === 409 && codeOf(answer) === 'verification_not_required') return 'later';
  expectStatus(answer, [201]);
  rider.sessionId = started.parse(answer.body).session_id;
  return 'done';
}

/** A session that has ended refuses what was planned for it, and then that is over. */
async function atStripe(
  site: Site,
  { sessionId = '' }: Rider,
  action: 'submit' | 'cancel',
  body: object,
): Promise<Outcome> {
  const answer = await steer(site, 'POST', `/verification_sessions/${sessionId}/${action}`, body);
  if (answer.status === 400 && JSON.stringify(answer.body).includes('status of processing')) return 'later';
  expectStatus(answer, [200, 400]);
  return 'done';
}

function codeOf({ body }: SiteAnswer): string | undefined {
  return z.object({ code: z.string() }).safeParse(body).data?.code;
}

// A rider with one of his phones: asks for rides, opens verification sessions, and submits those that he was given.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import { stateOf } from '../stripe/simulated-stripe.ts';
import { keyOf, think, type Stage } from './cast.ts';

const errors = [
  'document_expired',
  'selfie_face_mismatch',
  'document_unverified_other',
  'country_not_supported',
];

export async function actAsRider(stage: Stage, ref: CustomerRef, doings: number): Promise<void> {
  const { chance } = stage;
  for (let count = 0; count < doings; count += 1) {
    await think(stage);
    const die = chance.next();
    if (die < 0.3) await checkRide(stage, ref);
    else if (die < 0.65) await openSession(stage, ref);
    else await submit(stage, ref);
  }
}

async function checkRide({ api }: Stage, ref: CustomerRef): Promise<void> {
  await api.call({ action: 'check-ride', as: { role: 'rider', ref }, ref });
}

async function openSession({ api, chance, handed }: Stage, ref: CustomerRef): Promise<void> {
  const body = wordOf(chance.next());
  const as = { role: 'rider', ref } as const;
  const { answer } = await api.call({ action: 'start-identity-session', as, ref, body });
  if (answer?.status !== 201) return;
  const sessions = handed.get(keyOf(ref)) ?? new Set();
  handed.set(keyOf(ref), sessions.add(String(answer.body['session_id'])));
}

/** What he says to biometrics, if he was asked; the words change now and then. */
function wordOf(die: number): unknown {
  if (die < 0.1) return { biometric_consent: false };
  if (die > 0.4) return undefined;
  return { biometric_consent: true, biometric_consent_version: die < 0.3 ? 'v1' : 'v2' };
}

/** Submits any session that he ever was given and that Stripe still takes. */
async function submit(stage: Stage, ref: CustomerRef): Promise<void> {
  const { chance, stripe, handed, scheduler } = stage;
  const takes = (id: string): boolean => {
    const life = stripe.life(id);
    const state = life === undefined ? null : stateOf(life);
    return state?.status === 'requires_input' && state.redaction === null;
  };
  const open = [...(handed.get(keyOf(ref)) ?? [])].filter(takes);
  if (open.length === 0) return openSession(stage, ref);
  const id = chance.pick(open);
  if (chance.happens(0.1)) {
    stripe.identity.abandon(id);
    return;
  }
  stripe.identity.process(id);
  await scheduler.sleep(chance.below(30_000), `waits for Stripe to check ${id}`);
  if (chance.happens(stage.luck)) stripe.identity.verify(id, { year: 1990, month: 6, day: 15 });
  else stripe.identity.reject(id, chance.pick(errors));
}

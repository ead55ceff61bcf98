// What will happen in a drill: who signs up, pays and verifies how, and when the power fails. All from one seed.

import { diceFrom, type Dice } from './dice.ts';
import { askingAll, askingByRisk } from './subaccounts.ts';

export type DrillSize = {
  seed: number;
  /** Deliveries that are to be acknowledged, duplicates included. */
  webhooks: number;
  customers: number;
  kills: number;
};

/** One thing that a rider does. */
export type Step =
  | { does: 'sign_up' }
  | { does: 'pay'; riskLevel: 'normal' | 'elevated' | 'highest' }
  | { does: 'start_session' }
  | { does: 'submit'; outcome: string; processingMs: number }
  | { does: 'cancel' };

export type PlannedCustomer = {
  subaccountId: string;
  id: string;
  stripeCustomerId: string;
  /** In this order, with those of other riders in between. */
  steps: Step[];
};

export type Plan = {
  customers: readonly PlannedCustomer[];
  /** The power fails when so many deliveries were acknowledged; ascending. */
  killsAt: readonly number[];
};

/** How many of Stripe's events are delivered twice. */
export const duplicateRate = 0.2;

/**
 * Each list is how one rider's verification goes, submission by submission. Nobody cancels after his last try: whether
 * he failed or was canceled would then depend on what was seen first.
 */
const verifications: readonly (readonly string[])[] = [
  ['verified'],
  ['document_expired', 'verified'],
  ['abandoned', 'selfie_face_mismatch', 'verified'],
  ['document_unverified_other', 'selfie_face_mismatch', 'document_expired', 'verified'],
  ['selfie_manipulated', 'selfie_face_mismatch', 'document_expired', 'document_expired', 'document_expired'],
  ['under_supported_age'],
  ['consent_declined', 'cancel'],
  ['document_expired', 'cancel'],
  ['consent_declined'],
  ['cancel'],
  [],
];
/** Stripe says nothing of a check that never began. */
const uncheckedOutcomes: readonly string[] = ['abandoned', 'consent_declined'];
/** More events than needed, because a session that a power cut let somebody submit twice may refuse what was planned. */
const margin = 1.01;
const longestCheckMs = 300;
const riskyRate = 0.6;

export function planDrill({ seed, webhooks, customers: count, kills }: DrillSize): Plan {
  const dice = diceFrom(seed);
  const customers = Array.from({ length: count }, (_, index) => planCustomer(dice, index));
  const wantedEvents = Math.ceil((webhooks / (1 + duplicateRate)) * margin);
  const events = customers.flatMap(({ steps }) => steps).reduce((sum, step) => sum + eventsOf(step), 0);
  for (let payments = events; payments < wantedEvents; payments += 1) {
    const { steps } = dice.pick(customers);
    // After the sign-up, because nobody knows whose payment it is before.
    steps.splice(1 + dice.below(steps.length), 0, { does: 'pay', riskLevel: 'normal' });
  }
  return { customers, killsAt: planKills(dice, webhooks, kills) };
}

function planCustomer(dice: Dice, index: number): PlannedCustomer {
  const byRisk = index % 2 === 1;
  const id = `rider-${index}`;
  return {
    subaccountId: byRisk ? askingByRisk : askingAll,
    id,
    stripeCustomerId: `cus_drill${index}`,
    steps: [{ does: 'sign_up' }, ...(byRisk ? planRisky(dice) : planVerification(dice))],
  };
}

/** Most riders under a policy by risk are flagged by a payment, and verify then; the others just pay. */
function planRisky(dice: Dice): Step[] {
  if (dice.next() >= riskyRate) return [];
  return [{ does: 'pay', riskLevel: dice.pick(['elevated', 'highest']) }, ...planVerification(dice)];
}

function planVerification(dice: Dice): Step[] {
  const steps = dice.pick(verifications).map((outcome): Step => {
    if (outcome === 'cancel') return { does: 'cancel' };
    return { does: 'submit', outcome, processingMs: dice.pick([0, dice.below(longestCheckMs)]) };
  });
  return [{ does: 'start_session' }, ...steps];
}

function eventsOf(step: Step): number {
  if (step.does === 'sign_up') return 0;
  return step.does === 'submit' && !uncheckedOutcomes.includes(step.outcome) ? 2 : 1;
}

/** One in each of as many equal parts of the drill. */
function planKills(dice: Dice, webhooks: number, kills: number): number[] {
  const part = webhooks / (kills + 1);
  return Array.from({ length: kills }, (_, index) => Math.floor((index + 0.5 + dice.next()) * part));
}

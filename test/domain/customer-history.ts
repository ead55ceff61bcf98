// Any history of a customer: policy changes, charges, sessions and operators in any order, applied through
// the deciding functions alone.

import fc from 'fast-check';
import { changeCustomer, type CustomerChange } from '../../functions/domain/customer-change.ts';
import type { Customer } from '../../functions/domain/customer.ts';
import { decideManualVerification } from '../../functions/domain/manual-verification.ts';
import {
  decideClearRequirement,
  decideRequireVerification,
} from '../../functions/domain/operator-requirement.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { decideCharge, decidePolicyFlag } from '../../functions/domain/requirement-triggers.ts';
import type { Charge } from '../../functions/domain/risk.ts';
import { decideRideGate } from '../../functions/domain/ride-gate.ts';
import { decideSessionOutcome } from '../../functions/domain/session-outcome.ts';
import type { SessionRecord, StripeSession } from '../../functions/domain/session.ts';
import { anyCharge, anyPolicy, anySessionState } from '../support/arbitraries.ts';
import { aCustomer, aPolicy, aSessionRecord, minuteMs, nowMs } from '../support/builders.ts';

type Happening =
  | { kind: 'policy'; policy: Policy }
  | { kind: 'charge'; charge: Charge }
  | { kind: 'policy_flag' }
  | { kind: 'cleared' }
  | { kind: 'required_by_operator' }
  | { kind: 'manual_verification' }
  | { kind: 'session_started' }
  /** Stripe's state of one of the sessions so far, the `newest`-last one. */
  | { kind: 'session_outcome'; newest: number; state: Omit<StripeSession, 'id'> };

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('policy' as const), policy: anyPolicy }),
  fc.record({ kind: fc.constant('charge' as const), charge: anyCharge }),
  fc.constant<Happening>({ kind: 'policy_flag' }),
  fc.constant<Happening>({ kind: 'cleared' }),
  fc.constant<Happening>({ kind: 'required_by_operator' }),
  { arbitrary: fc.constant<Happening>({ kind: 'manual_verification' }), weight: 1 },
  { arbitrary: fc.constant<Happening>({ kind: 'session_started' }), weight: 2 },
  {
    arbitrary: fc.record({
      kind: fc.constant('session_outcome' as const),
      newest: fc.nat(2),
      state: anySessionState,
    }),
    weight: 6,
  },
);

export const anyHistory = fc.array(anyHappening, { maxLength: 30 });

type State = { customer: Customer; policy: Policy; sessions: readonly SessionRecord[]; atMs: number };
export type Step = {
  happening: Happening;
  before: State;
  change: CustomerChange | null;
  after: State;
  /** The session that an outcome is about. */
  record: SessionRecord | null;
};

/** Lives through a history, and tells of each step. */
export function live(history: readonly Happening[]): Step[] {
  const steps: Step[] = [];
  let before: State = { customer: aCustomer(), policy: aPolicy(), sessions: [], atMs: nowMs };
  for (const happening of history) {
    const step = happen(before, happening);
    steps.push(step);
    before = step.after;
  }
  return steps;
}

function happen(before: State, happening: Happening): Step {
  const atMs = before.atMs + minuteMs;
  const {
    change,
    policy = before.policy,
    sessions = before.sessions,
    record = null,
  } = decide(before, happening);
  const customer = change?.after ?? before.customer;
  return { happening, before, change, record, after: { customer, policy, sessions, atMs } };
}

type Decided = {
  change: CustomerChange | null;
  policy?: Policy;
  sessions?: readonly SessionRecord[];
  record?: SessionRecord;
};

/** What a happening does now. */
export function decide({ customer, policy, sessions, atMs }: State, happening: Happening): Decided {
  switch (happening.kind) {
    case 'policy':
      return { change: null, policy: happening.policy };
    case 'charge':
      return { change: decideCharge(customer, happening.charge, policy, atMs) };
    case 'policy_flag':
      return { change: decidePolicyFlag(customer, policy, atMs) };
    case 'cleared':
      if (customer.requirement.state !== 'required') return { change: null };
      return { change: decideClearRequirement(customer, policy, { notes: 'Known to us.' }, atMs) };
    case 'required_by_operator':
      return { change: decideRequireVerification(customer, { code: 'other', notes: null }, atMs) };
    case 'manual_verification':
      if (customer.identityStatus === 'verified') return { change: null };
      return { change: decideManualVerification(customer, null, { userId: 'u_1', notes: 'Seen.' }, atMs) };
    case 'session_started':
      return startSession(customer, policy, sessions);
    case 'session_outcome':
      return applyOutcome({ customer, policy, sessions, atMs }, happening);
  }
}

function startSession(customer: Customer, policy: Policy, sessions: readonly SessionRecord[]): Decided {
  if (customer.identityStatus === 'verified' || decideRideGate(customer, policy).allowed)
    return { change: null };
  const number = customer.sessionCount + 1;
  const id = `vs_${number}`;
  const change = changeCustomer(customer, 'session_started', {
    session: { id, number },
    sessionCount: number,
    identityStatus: 'pending',
  });
  const record = aSessionRecord({ number, epoch: customer.epoch, sessionId: id });
  return { change, sessions: [...sessions, record] };
}

function applyOutcome(
  { customer, policy, sessions, atMs }: State,
  { newest, state }: Extract<Happening, { kind: 'session_outcome' }>,
): Decided {
  const record = sessions.at(-1 - newest);
  if (record === undefined) return { change: null };
  const session = { ...state, id: `vs_${record.number}` };
  const change = decideSessionOutcome(customer, record, session, policy, atMs);
  if (change === null) return { change, record };
  const seen = { ...record, countedReports: session.reportCount, status: session.status };
  return { change, record, sessions: sessions.map((one) => (one.number === record.number ? seen : one)) };
}

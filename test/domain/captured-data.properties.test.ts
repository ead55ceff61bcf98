// What holds of every policy, session and customer (fast-check prints the seed of a failure).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageAt } from '../../functions/domain/calendar-date.ts';
import { captureOf, wantedOfSession, type CapturedData } from '../../functions/domain/captured-data.ts';
import type { CustomerChange } from '../../functions/domain/customer-change.ts';
import type { Customer } from '../../functions/domain/customer.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { decideSessionOutcome } from '../../functions/domain/session-outcome.ts';
import type { StripeSession, WantedOfSession } from '../../functions/domain/session.ts';
import { anyCustomer, anyPolicy, anySessionState } from '../support/arbitraries.ts';
import { aSessionRecord, nowMs } from '../support/builders.ts';

type Outcome = {
  customer: Customer;
  policy: Policy;
  isRedacted: boolean;
  wanted: WantedOfSession;
  /** As it was read: what wasn't wanted isn't in it. */
  session: StripeSession;
  change: CustomerChange | null;
  kept: CapturedData | null;
  /** The change if all had been read that Stripe could have told. */
  changeByAll: CustomerChange | null;
};

const anyOutcome: fc.Arbitrary<Outcome> = fc
  .record({
    customer: anyCustomer,
    policy: anyPolicy,
    state: anySessionState,
    number: fc.integer({ min: 1, max: 4 }),
    current: fc.integer({ min: 1, max: 4 }),
    epoch: fc.nat(5),
  })
  .map(({ customer: any, policy, state, number, current, epoch }) => {
    const customer = { ...any, session: { id: `vs_${current}`, number: current }, sessionCount: 4 };
    const record = aSessionRecord({ number, epoch, sessionId: `vs_${number}` });
    const wanted = wantedOfSession(customer, record, policy);
    const all = { ...state, id: `vs_${number}` };
    const session = {
      ...all,
      dateOfBirth: wanted === 'state' ? null : state.dateOfBirth,
      verifiedData: wanted === 'verified_data' ? state.verifiedData : null,
    };
    const change = decideSessionOutcome(customer, record, session, policy, nowMs);
    const isVerified = change?.action === 'identity_verified';
    return {
      customer,
      policy,
      isRedacted: customer.redaction !== null && number <= customer.redaction.throughSession,
      wanted,
      session,
      change,
      kept: isVerified ? captureOf(customer, record, session, policy, nowMs) : null,
      changeByAll: decideSessionOutcome(customer, record, all, policy, nowMs),
    };
  });

function always(claim: (outcome: Outcome) => void): void {
  fc.assert(fc.property(anyOutcome, claim), { numRuns: 2_000 });
}

describe('of any session, under any policy', () => {
  it('data is kept where it verified, the policy keeps data, and no redaction took it in: then all of it', () => {
    always(({ policy, isRedacted, session, kept }) => {
      if (kept === null) return;
      const keeps = policy.dataRetention === 'verified_fields' && !isRedacted;
      expect(kept.data).toEqual(keeps ? session.verifiedData : null);
      if (keeps) expect(kept.data).not.toBeNull();
    });
  });

  it('what is kept of the age never contradicts the date of birth', () => {
    always(({ policy, session, change, kept }) => {
      if (kept === null || kept.ageClaims === null) return;
      const { dateOfBirth } = session;
      expect(dateOfBirth).not.toBeNull();
      if (dateOfBirth === null) return;
      const age = ageAt(dateOfBirth, nowMs);
      expect(change?.after.ageClaims).toEqual({
        over18: age >= 18,
        overMinimumAge: policy.minimumAge === null ? null : age >= policy.minimumAge,
      });
    });
  });

  it('somebody who had to show his age, and did, is known to be old enough, unless he is redacted', () => {
    always(({ policy, isRedacted, kept }) => {
      if (kept === null || policy.minimumAge === null) return;
      expect(kept.ageClaims?.overMinimumAge ?? null).toBe(isRedacted ? null : true);
    });
  });

  it('nothing is kept of the age but by a verification', () => {
    always(({ customer, change }) => {
      if (change === null || change.action === 'identity_verified') return;
      expect(change.after.ageClaims).toEqual(customer.ageClaims);
    });
  });

  it('the expiry of the document is kept where the policy acts on it, and nowhere else', () => {
    always(({ policy, isRedacted, session, kept }) => {
      if (kept === null) return;
      const acts = policy.documentExpiryReminders || policy.documentExpiryReverification;
      const day = session.verifiedData?.expirationDate ?? null;
      expect(kept.documentExpiresOn).toBe(acts && !isRedacted ? day : null);
    });
  });

  it('personal data is read only where it can have a use', () => {
    always(({ customer, policy, isRedacted, wanted }) => {
      if (wanted === 'state') return;
      expect(customer.identityStatus).not.toBe('verified');
      if (wanted === 'age') expect(policy.minimumAge).not.toBeNull();
      if (wanted === 'verified_data') expect(isRedacted).toBe(false);
    });
  });

  it('what is left unread would have changed nothing', () => {
    always(({ change, changeByAll }) => {
      expect(change).toEqual(changeByAll);
    });
  });
});

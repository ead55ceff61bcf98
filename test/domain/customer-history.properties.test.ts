// What holds over any history of a customer (fast-check prints the seed of a failure).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRideGate } from '../../functions/domain/ride-gate.ts';
import { anyHistory, decide, live, type Step } from './customer-history.ts';

function always(claim: (step: Step) => void): void {
  fc.assert(
    fc.property(anyHistory, (history) => {
      for (const step of live(history)) claim(step);
    }),
    { numRuns: 500 },
  );
}

describe('over any history of a customer', () => {
  it('the version grows by exactly one with each change, and with nothing else', () => {
    always(({ before, change, after }) => {
      expect(after.customer.version).toBe(before.customer.version + (change === null ? 0 : 1));
    });
  });

  it('a change changes something beside the version', () => {
    always(({ before, change }) => {
      if (change === null) return;
      const { version: _, identityStatusAtMs: __, ...was } = before.customer;
      const { version: ___, identityStatusAtMs: ____, ...is } = change.after;

      expect(is).not.toEqual(was);
    });
  });

  it('who the customer is never changes', () => {
    always(({ before, after }) => {
      const { subaccountId, id, createdAtMs, stripeCustomerId } = before.customer;

      expect(after.customer).toMatchObject({ subaccountId, id, createdAtMs, stripeCustomerId });
    });
  });

  it('a verification is lost only where an operator asks anew, or Stripe overrides the very session that gave it', () => {
    always(({ before, after, happening, record }) => {
      const lost =
        before.customer.identityStatus === 'verified' && after.customer.identityStatus !== 'verified';
      if (!lost || happening.kind === 'required_by_operator') return;

      expect(happening.kind).toBe('session_outcome');
      expect(before.customer.manualVerification).toBeNull();
      expect(record?.number).toBe(before.customer.session?.number);
    });
  });

  it('the session of a customer whom Stripe verified is the one that verified him', () => {
    always(({ change, record, after }) => {
      if (change?.action !== 'identity_verified') return;

      expect(after.customer.session).toEqual({ id: `vs_${record?.number ?? 0}`, number: record?.number });
    });
  });

  it('a verification always takes the requirement off', () => {
    always(({ after }) => {
      if (after.customer.identityStatus !== 'verified') return;

      expect(after.customer.requirement).toEqual({ state: 'none' });
      expect(after.customer.verifiedAtMs).not.toBeNull();
    });
  });

  it('the gate never lets ride who is required and not verified', () => {
    always(({ after: { customer, policy } }) => {
      const { requirement, identityStatus } = customer;
      if (requirement.state !== 'required' || identityStatus === 'verified') return;
      const isOff = policy.verificationMode === 'disabled' && requirement.reason.kind !== 'operator_request';
      expect(decideRideGate(customer, policy)).toMatchObject({ allowed: isOff });
    });
  });

  it('clearing lets ride and never verifies', () => {
    always(({ before, change, after }) => {
      if (change?.action !== 'requirement_cleared') return;
      expect(after.customer.identityStatus).toBe(before.customer.identityStatus);
      expect(decideRideGate(after.customer, after.policy)).toEqual({
        allowed: true,
        code: 'requirement_cleared',
      });
    });
  });

  it('each flagging is pushed exactly once, and the epoch grows with it', () => {
    always(({ before, change, after, happening }) => {
      const wasRequired = before.customer.requirement.state === 'required';
      const askedAnew = happening.kind === 'required_by_operator' && change !== null;
      const flagged = askedAnew || (!wasRequired && after.customer.requirement.state === 'required');

      expect(change?.notification === 'verification_required').toBe(flagged);
      expect(after.customer.epoch).toBe(before.customer.epoch + (flagged ? 1 : 0));
    });
  });

  it('each verification is pushed exactly once', () => {
    always(({ before, change, after }) => {
      const verified =
        before.customer.identityStatus !== 'verified' && after.customer.identityStatus === 'verified';

      expect(change?.notification === 'verified').toBe(verified);
    });
  });

  it('attempts are never taken back, but where an operator asks anew', () => {
    always(({ before, after, happening }) => {
      if (happening.kind === 'required_by_operator') return;

      expect(after.customer.attemptCount).toBeGreaterThanOrEqual(before.customer.attemptCount);
    });
  });

  it('a superseded session of an earlier epoch changes nothing', () => {
    always(({ before, change, record }) => {
      if (record === null) return;
      const superseded = record.number !== before.customer.session?.number;
      if (!superseded || record.epoch === before.customer.epoch) return;

      expect(change).toBeNull();
    });
  });

  it('the same word of Stripe, heard a second time, changes nothing', () => {
    always(({ happening, after }) => {
      if (happening.kind !== 'session_outcome' && happening.kind !== 'charge') return;

      expect(decide(after, happening).change).toBeNull();
    });
  });
});

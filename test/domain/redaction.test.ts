// When a redaction begins and ends, and what it leaves of a customer.

import { describe, expect, it } from 'vitest';
import {
  decideIdentityRedacted,
  decideRedaction,
  decideRedactionCompleted,
  openRedaction,
} from '../../functions/domain/redaction.ts';
import type { Redaction } from '../../functions/domain/customer.ts';
import { aPendingCustomer, cleared, dayMs, nowMs } from '../support/builders.ts';

const byOperator = { by: 'operator', notes: 'He closed his account.' } as const;
const adult = { over18: true, overMinimumAge: null };
const open: Redaction = { requestedAtMs: nowMs - dayMs, throughSession: 1, completedAtMs: null };
const complete: Redaction = { ...open, completedAtMs: nowMs - 1 };

const verified = aPendingCustomer({
  identityStatus: 'verified',
  verifiedAtMs: nowMs - dayMs,
  requirement: cleared,
  attemptCount: 2,
  ageClaims: adult,
  sessionCount: 3,
  alternativeRequestedAtMs: nowMs - dayMs,
});

describe('a redaction', () => {
  it('takes in all sessions so far, and says why', () => {
    expect(decideRedaction(verified, byOperator, nowMs)).toMatchObject({
      action: 'redaction_requested',
      notes: byOperator.notes,
      notification: null,
      after: {
        version: verified.version + 1,
        redaction: { requestedAtMs: nowMs, throughSession: 3, completedAtMs: null },
      },
    });
  });

  it('changes nothing of what an operator asks, and nothing of the status, times and counts', () => {
    const after = decideRedaction(verified, byOperator, nowMs)?.after;

    expect({ ...after, version: verified.version, redaction: null, ageClaims: adult }).toEqual(verified);
  });

  it('takes what the date of birth told on an operator’s word, and leaves it where it is only the policy’s days', () => {
    expect(decideRedaction(verified, byOperator, nowMs)?.after.ageClaims).toBeNull();
    expect(decideRedaction(verified, { by: 'retention' }, nowMs)).toMatchObject({
      notes: null,
      after: { ageClaims: adult },
    });
  });

  it.each([
    ['a session was started since', { sessionCount: 2 }],
    ['the rider wrote to his operator since', { alternativeRequestedAtMs: nowMs - 1 }],
    ['an operator asks, where it was the policy’s days', { ageClaims: adult }],
  ])('is begun again while it is open where %s', (_, since) => {
    const customer = { ...verified, sessionCount: 1, ageClaims: null, redaction: open, ...since };

    expect(decideRedaction(customer, byOperator, nowMs)?.after).toMatchObject({
      redaction: { requestedAtMs: nowMs, throughSession: customer.sessionCount, completedAtMs: null },
      ageClaims: null,
    });
  });

  it('by the policy’s days adds nothing to one that is open', () => {
    const customer = { ...verified, sessionCount: 1, redaction: open };

    expect(decideRedaction(customer, { by: 'retention' }, nowMs)).toBeNull();
  });

  it('is not begun again while it is open, and may be once it is complete', () => {
    const asked = { ...verified, sessionCount: 1, ageClaims: null };
    expect(decideRedaction({ ...asked, redaction: open }, byOperator, nowMs)).toBeNull();
    expect(decideRedaction({ ...verified, redaction: complete }, byOperator, nowMs)?.after.redaction).toEqual(
      {
        requestedAtMs: nowMs,
        throughSession: 3,
        completedAtMs: null,
      },
    );
  });

  it('ends once', () => {
    const change = decideRedactionCompleted({ ...verified, redaction: open }, open, nowMs);

    expect(change).toMatchObject({
      action: 'redaction_completed',
      after: { redaction: { ...open, completedAtMs: nowMs } },
    });
    expect(decideRedactionCompleted({ ...verified, redaction: complete }, open, nowMs)).toBeNull();
    expect(decideRedactionCompleted(verified, open, nowMs)).toBeNull();
  });

  it('is not ended by what was found out for an earlier one', () => {
    const later = { ...open, requestedAtMs: nowMs };

    expect(decideRedactionCompleted({ ...verified, redaction: later }, open, nowMs)).toBeNull();
  });

  it.each([
    [null, null],
    [open, open],
    [complete, null],
  ])('of %j is open as %j', (redaction, expected) => {
    expect(openRedaction({ redaction })).toEqual(expected);
  });
});

describe('a session that was redacted without us', () => {
  it('takes what its date of birth told with it, and leaves the status', () => {
    expect(decideIdentityRedacted(verified)).toMatchObject({
      action: 'identity_redacted',
      after: { identityStatus: 'verified', ageClaims: null, redaction: null },
    });
  });
});

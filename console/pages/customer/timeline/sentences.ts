// What an audit entry tells: which sentence says it, and what it looks like at first sight.

import type { AuditEntry } from '../customer-types.ts';

/** What an entry looks like at first sight. */
export type EntryLook =
  | 'verified'
  | 'failed'
  | 'attempt'
  | 'charge'
  | 'required'
  | 'operator'
  | 'reveal'
  | 'rider'
  | 'removed'
  | 'other';

/** Every action of the audit trail with its look; each has a sentence in every language too. */
export const looks = {
  customer_created: 'other',
  requirement_raised: 'required',
  requirement_cleared: 'operator',
  risk_assessed: 'charge',
  session_started: 'attempt',
  consent_recorded: 'rider',
  session_pending: 'attempt',
  identity_verified: 'verified',
  identity_requires_input: 'failed',
  identity_failed: 'failed',
  identity_canceled: 'failed',
  manually_verified: 'verified',
  alternative_requested: 'rider',
  identity_revealed: 'reveal',
  customer_exported: 'reveal',
  redaction_requested: 'removed',
  redaction_completed: 'removed',
  identity_redacted: 'removed',
  document_expiry_reminded: 'other',
} as const satisfies Record<string, EntryLook>;
export type KnownAction = keyof typeof looks;

function isKnown(action: string): action is KnownAction {
  return Object.hasOwn(looks, action);
}

/** `other` is an action that this console doesn't know yet. */
export type SentenceKey =
  | KnownAction
  | 'customer_created_required'
  | 'risk_unscored'
  | 'consent_declined'
  | 'identity_requires_input_again'
  | 'identity_failed_again'
  | 'other';

export type Sentence = {
  key: SentenceKey;
  /** Why verification was asked for, by the API's code. */
  reason: string | null;
  riskLevel: string | null;
  values: { action: string; score: number; attempt: number; error: string };
};

export function sentenceOf(entry: AuditEntry): Sentence {
  const { action, after } = entry;
  return {
    key: sentenceKey(entry),
    reason: after.identity_verification_required_reason ?? null,
    riskLevel: after.stripe_risk_level ?? null,
    values: {
      action,
      score: after.stripe_risk_score ?? 0,
      attempt: after.identity_attempt_count ?? 0,
      error: after.identity_last_error?.code ?? '',
    },
  };
}

function sentenceKey({ action, after, biometric_consent: consent }: AuditEntry): SentenceKey {
  const known = isKnown(action) ? action : null;
  if (known === 'customer_created' && after.identity_verification_required === true) {
    return 'customer_created_required';
  }
  if (known === 'risk_assessed' && (after.stripe_risk_score ?? null) === null) return 'risk_unscored';
  // An entry names what changed: without an error it was the one before once more.
  if ((after.identity_last_error ?? null) === null) {
    if (known === 'identity_requires_input') return 'identity_requires_input_again';
    if (known === 'identity_failed') return 'identity_failed_again';
  }
  if (known === 'consent_recorded' && consent?.given === false) return 'consent_declined';
  return known ?? 'other';
}

export function lookOf({ action }: Pick<AuditEntry, 'action'>): EntryLook {
  return isKnown(action) ? looks[action] : 'other';
}

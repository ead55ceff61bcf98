// What an audit entry changed, field by field, as it can be shown.

import type { AuditEntry } from '../customer-types.ts';

type Fields = AuditEntry['after'];
export type AuditedField = keyof Fields;

/** A value with how it is to be read; `none` where there is nothing. */
export type Shown =
  | { as: 'none' }
  | { as: 'flag'; value: boolean }
  | { as: 'time' | 'status' | 'reason' | 'level' | 'text'; value: string };

export type Change = { field: AuditedField; before: Shown; after: Shown };

type Format = 'flag' | 'time' | 'status' | 'reason' | 'level' | 'text';

const formats: readonly (readonly [AuditedField, Format])[] = [
  ['identity_verification_required', 'flag'],
  ['identity_verification_required_reason', 'reason'],
  ['identity_verification_required_at', 'time'],
  ['identity_requirement_cleared', 'flag'],
  ['identity_status', 'status'],
  ['identity_verified_at', 'time'],
  ['identity_attempt_count', 'text'],
  ['identity_last_error', 'text'],
  ['identity_session_id', 'text'],
  ['identity_manual_verification_by', 'text'],
  ['identity_alternative_requested_at', 'time'],
  ['identity_redaction_requested_at', 'time'],
  ['identity_redaction_completed_at', 'time'],
  ['stripe_customer_id', 'text'],
  ['stripe_charge_id', 'text'],
  ['stripe_first_charge_id', 'text'],
  ['stripe_risk_score', 'text'],
  ['stripe_risk_level', 'level'],
  ['stripe_radar_score', 'text'],
];

/** The fields that differ; of a new customer those that say something. */
export function changesOf({ before, after }: AuditEntry): readonly Change[] {
  return formats
    .map(([field, format]) => ({
      field,
      before: shown(before?.[field], format),
      after: shown(after[field], format),
    }))
    .filter(({ before: was, after: is }) => !isSame(was, is))
    .filter(({ after: is }) => before !== null || !saysNothing(is));
}

function shown(value: Fields[AuditedField], format: Format): Shown {
  if (value === null || value === undefined) return { as: 'none' };
  if (typeof value === 'boolean') return { as: 'flag', value };
  if (typeof value === 'object') {
    return { as: 'text', value: value.reason === null ? value.code : `${value.code}: ${value.reason}` };
  }
  return format === 'flag' ? { as: 'none' } : { as: format, value: String(value) };
}

function isSame(one: Shown, other: Shown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What a new customer begins with. */
function saysNothing(value: Shown): boolean {
  return value.as === 'none' || (value.as === 'flag' && !value.value) || isZero(value);
}

function isZero(value: Shown): boolean {
  return value.as === 'text' && value.value === '0';
}

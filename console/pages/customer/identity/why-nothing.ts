// Why nothing is known of a customer's document.

import type { Policy } from '../../../api/policy.ts';
import type { CustomerFile } from '../customer-types.ts';

type Checked = Pick<
  CustomerFile,
  | 'identity_status'
  | 'identity_manual_verification'
  | 'identity_redaction_status'
  | 'identity_attempt_count'
  | 'identity_last_error'
>;

/** @param retention as the policy has it, where that is known */
export function whyNothing(
  customer: Checked,
  retention: Policy['identity_data_retention'] | undefined,
): 'nothingKept' | 'nothingVerified' | 'nothingKnown' {
  if (customer.identity_redaction_status !== null) return 'nothingKnown';
  const { identity_status: status, identity_last_error: error } = customer;
  if (status === 'verified') {
    const isByStripe = !customer.identity_manual_verification;
    return isByStripe && retention === 'references_only' ? 'nothingKept' : 'nothingKnown';
  }
  const hasFailed = status === 'failed' || status === 'requires_input';
  const wasChecked = error !== null || (hasFailed && customer.identity_attempt_count > 0);
  return wasChecked ? 'nothingVerified' : 'nothingKnown';
}

// Why a customer must verify, and whether that still stands.

/** Why an operator asks for verification. */
export const operatorRequestCodes = [
  'suspected_fraud',
  'document_expired',
  'account_change',
  'support_request',
  'other',
] as const;
export type OperatorRequestCode = (typeof operatorRequestCodes)[number];

/** What raised a requirement. `score` and `threshold` are those of that moment. */
export type RequirementReason =
  | { kind: 'subaccount_policy' }
  | { kind: 'risk_threshold_exceeded'; score: number; threshold: number }
  | { kind: 'unscored_payment' }
  | { kind: 'operator_request'; code: OperatorRequestCode };

/**
 * Whether verification is asked of a customer. `none` also follows a verification; `cleared` is an
 * operator's word that stands until a new trigger. Times are epoch milliseconds.
 */
export type Requirement =
  | { state: 'none' }
  | { state: 'required'; atMs: number; reason: RequirementReason }
  | { state: 'cleared'; atMs: number };

const operatorRequestTexts: Record<OperatorRequestCode, string> = {
  suspected_fraud: 'suspected fraud',
  document_expired: 'document expired',
  account_change: 'account change',
  support_request: 'support request',
  other: 'other',
};

/** The reason as it is stored and sent: `risk_threshold_exceeded:75>=50`. */
export function requirementReasonCode(reason: RequirementReason): string {
  switch (reason.kind) {
    case 'subaccount_policy':
    case 'unscored_payment':
      return reason.kind;
    case 'risk_threshold_exceeded':
      return `${reason.kind}:${reason.score}>=${reason.threshold}`;
    case 'operator_request':
      return `${reason.kind}:${reason.code}`;
  }
}

/** The reason as operators read it: `Risk score 75 >= threshold 50`. */
export function requirementReasonText(reason: RequirementReason): string {
  switch (reason.kind) {
    case 'subaccount_policy':
      return 'Subaccount requires verification for all users';
    case 'risk_threshold_exceeded':
      return `Risk score ${reason.score} >= threshold ${reason.threshold}`;
    case 'unscored_payment':
      return 'First payment could not be risk-scored';
    case 'operator_request':
      return `Requested by an operator: ${operatorRequestTexts[reason.code]}`;
  }
}

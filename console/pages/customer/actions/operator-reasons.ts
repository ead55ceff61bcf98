/** What an operator may give as the reason to ask for verification, by the API's names. */
export const operatorReasons = [
  'suspected_fraud',
  'document_expired',
  'account_change',
  'support_request',
  'other',
] as const;
export type OperatorReason = (typeof operatorReasons)[number];

// What one subaccount asks of its customers. A policy is data; ride-gate.ts and risk.ts read it.

/** Whom a policy asks: nobody, every customer, or those whose payment is risky. */
export const verificationModes = ['disabled', 'all_users', 'risk_based'] as const;
export type VerificationMode = (typeof verificationModes)[number];

/** Document types by Stripe's names. */
export const documentTypes = ['driving_license', 'id_card', 'passport'] as const;
export type DocumentType = (typeof documentTypes)[number];

/** What a payment means that Radar didn't score. */
export type UnscoredPayment = 'allow' | 'require';
/** Which successful charges may raise a requirement. */
export type RiskEvaluation = 'first_charge' | 'every_charge';
/** Whether what Stripe read from the document is kept, or only where Stripe keeps it. */
export type DataRetention = 'verified_fields' | 'references_only';

/** The rules that an operator may change. Times are epoch milliseconds, ages are years. */
export type PolicyRules = {
  verificationMode: VerificationMode;
  /** A derived risk score at or above this asks for verification, 0 to 100. */
  riskThreshold: number;
  /** Finished checks that a customer gets before the status is `failed`, 1 to 10. */
  maxAttempts: number;
  requireSelfie: boolean;
  allowedDocumentTypes: readonly DocumentType[];
  requireLiveCapture: boolean;
  minimumAge: number | null;
  /** A Stripe verification flow, `vf_…`. */
  verificationFlow: string | null;
  unscoredPayment: UnscoredPayment;
  riskEvaluation: RiskEvaluation;
  /** Whether a charge that Radar blocked counts like a successful one. */
  blockedChargeTriggers: boolean;
  exemptCustomersCreatedBeforeMs: number | null;
  dataRetention: DataRetention;
  retentionDays: number | null;
  /** Whether verified customers are told before their document expires. */
  documentExpiryReminders: boolean;
  /** Whether a customer has to verify again once his document has expired. */
  documentExpiryReverification: boolean;
};

/** A subaccount's rules at one version; each change makes the version one greater. */
export type Policy = PolicyRules & { subaccountId: string; version: number };

/** One version of a policy with who made it when, and what it replaced; null for the first. */
export type PolicyVersion = {
  version: number;
  atMs: number;
  /** As the audit trail names actors: `operator:u_1`. */
  actor: string;
  before: PolicyRules | null;
  after: PolicyRules;
};

/** What holds in a subaccount until somebody changes it. */
export const defaultPolicyRules: PolicyRules = {
  verificationMode: 'risk_based',
  riskThreshold: 50,
  maxAttempts: 3,
  requireSelfie: true,
  allowedDocumentTypes: documentTypes,
  requireLiveCapture: true,
  minimumAge: null,
  verificationFlow: null,
  unscoredPayment: 'allow',
  riskEvaluation: 'first_charge',
  blockedChargeTriggers: false,
  exemptCustomersCreatedBeforeMs: null,
  dataRetention: 'verified_fields',
  retentionDays: null,
  documentExpiryReminders: false,
  documentExpiryReverification: false,
};

/** Whether a customer was there before the policy asked everybody to verify, and is let off. */
export function isExemptFromAllUsers(
  customer: { createdAtMs: number },
  policy: Pick<PolicyRules, 'exemptCustomersCreatedBeforeMs'>,
): boolean {
  return (
    policy.exemptCustomersCreatedBeforeMs !== null &&
    customer.createdAtMs < policy.exemptCustomersCreatedBeforeMs
  );
}

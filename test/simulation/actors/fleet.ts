// The fleet platform: signs riders up, at times twice, and changes the policy while they ride.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import { verificationModes } from '../../../functions/domain/policy.ts';
import { stripeCustomerOf, think, type Stage } from './cast.ts';

/**
 * Signs a customer up until the platform knows that it went through. With the signup a redaction takes what a repeated
 * request is compared with, so that then a refusal tells the platform as much.
 */
export async function signUp({ api, chance, journal }: Stage, ref: CustomerRef): Promise<void> {
  const request = {
    action: 'create-customer',
    as: { role: 'service', subaccountId: ref.subaccountId },
    ref,
    body: { id: ref.customerId, stripe_customer_id: stripeCustomerOf(ref) },
  } as const;
  for (;;) {
    const clicks = chance.happens(0.2) ? 2 : 1;
    const calls = await Promise.all(Array.from({ length: clicks }, () => api.call(request)));
    const isRedacted = journal.commitsOf(ref).some(({ after }) => after.redaction !== null);
    const known = isRedacted ? [200, 201, 409] : [200, 201];
    if (calls.some(({ answer }) => answer !== null && known.includes(answer.status))) return;
  }
}

const rules = [
  { identity_verification_risk_threshold: 40, identity_require_selfie: true },
  { identity_verification_risk_threshold: 50, identity_require_selfie: false },
  { identity_verification_risk_threshold: 80, identity_require_selfie: false },
];

/** Changes what a tenant asks of its customers, at times as of an older version. */
export async function actAsPolicyMaker(stage: Stage, tenant: string, doings: number): Promise<void> {
  const { chance, api, journal } = stage;
  const as = { role: 'operator', subaccountId: tenant, userId: `op-policy-${tenant}` } as const;
  for (let count = 0; count < doings; count += 1) {
    await think(stage);
    const version = journal.policiesOf(tenant).at(-1)?.policy.version ?? 1;
    const body = {
      version: chance.happens(0.1) ? Math.max(1, version - 1) : version,
      identity_verification_mode: chance.pick(verificationModes),
      ...chance.pick(rules),
    };
    await api.call({ action: 'put-policy', as, ref: { subaccountId: tenant, customerId: '' }, body });
  }
}

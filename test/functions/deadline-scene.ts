// The API with riders who were verified, and the run over deadlines: the scene of its tests.

import type { AuditEntry } from '../../functions/domain/audit-entry.ts';
import type { Customer, CustomerRef } from '../../functions/domain/customer.ts';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import { createEnforceDeadlines } from '../../functions/enforce-deadlines.ts';
import type { DeadlineCounts } from '../../functions/use-cases/enforce-deadlines-counts.ts';
import type { EnforceDeadlinesDeps } from '../../functions/use-cases/enforce-deadlines.ts';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, type Api } from './harness.ts';

export const nothing: DeadlineCounts = {
  redactionsStarted: 0,
  redactionsContinued: 0,
  documentExpiryReminders: 0,
  documentsExpired: 0,
  customersFailed: 0,
};

export type DeadlineScene = Api & {
  /** The schedule's run; some ports may be replaced. */
  enforce: (replaced?: Partial<EnforceDeadlinesDeps>) => Promise<DeadlineCounts>;
  /** Of `harbor`, unless it is said. */
  changePolicy: (rules: Partial<PolicyRules>, subaccountId?: string) => Promise<void>;
  addVerified: (difference?: Partial<Customer>) => Promise<CustomerRef>;
  /** The rider verifies with Stripe, and his document is kept as the policy wants it. */
  verifyWithStripe: (id?: string) => Promise<CustomerRef>;
  customerOf: (ref: CustomerRef) => Promise<Customer>;
  lastEntry: (ref: CustomerRef) => AuditEntry | undefined;
  /** The kinds of the pushes so far. */
  pushesOf: (ref: CustomerRef) => string[];
};

const verified: Partial<Customer> = {
  subaccountId: 'harbor',
  identityStatus: 'verified',
  verifiedAtMs: nowMs,
  epoch: 1,
};

export async function openDeadlineScene(): Promise<DeadlineScene> {
  const api = await startApi();
  return {
    ...api,
    enforce: (replaced = {}) =>
      createEnforceDeadlines({ ...api, identity: () => Promise.resolve(api.identity), ...replaced })(),
    changePolicy: async (rules, subaccountId = 'harbor') => {
      const home = await api.subaccounts.load(subaccountId);
      if (home === null) throw new Error(`${subaccountId} is gone`);
      const after = { ...home.policy, ...rules, version: home.policy.version + 1 };
      const actor = { kind: 'operator', id: 'op-1' } as const;
      await api.subaccounts.savePolicy({ before: home.policy, after, actor, atMs: api.clock.nowMs() });
    },
    addVerified: (difference = {}) => addCustomer(api.customers, { ...verified, ...difference }),
    verifyWithStripe: async (id = 'rider-1') => {
      const ref = await addCustomer(api.customers, { subaccountId: 'harbor', id });
      const as = claims.rider(id, 'harbor');
      const { body } = await api.call({ route: 'POST /api/customers/{id}/identity-session', as, id });
      api.identity.verify(String(body['session_id']));
      await api.call({
        route: 'POST /api/customers/{id}/identity-refresh',
        as: claims.operator('harbor'),
        id,
        body: {},
      });
      return ref;
    },
    customerOf: async (ref) => (await api.customers.loadContext(ref)).customer,
    lastEntry: (ref) => api.auditOf(ref).at(-1),
    pushesOf: (ref) => api.outboxOf(ref).map(({ kind }) => kind),
  };
}

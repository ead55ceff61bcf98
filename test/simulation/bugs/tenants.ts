// Two tenants with customers of the same ids: what is one's must never be the other's.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Bug } from './bug.ts';
import { withCustomers, withParts } from './patches.ts';

function elsewhere({ subaccountId, customerId }: CustomerRef): CustomerRef {
  return { subaccountId: subaccountId === 'metro' ? 'harbor' : 'metro', customerId };
}

export const tenantBugs: readonly Bug[] = [
  {
    name: 'the gate asks all tenants',
    wrong: 'A customer who isn’t the caller’s is looked for among the other tenants’.',
    removes: 'the tenant in each key',
    breaks: ['tenants', 'gate'],
    sabotage: withCustomers((customers) => ({
      loadForGate: async (ref) => (await customers.loadForGate(ref)) ?? customers.loadForGate(elsewhere(ref)),
    })),
  },
  {
    name: 'the token’s tenant is not asked for',
    wrong: 'An operator acts in the tenant that his request names, not in his own.',
    removes: 'holding the named tenant against the token’s',
    breaks: ['tenants'],
    sabotage: {
      handlers: ({ api, ...others }) => ({
        ...others,
        api: {
          ...api,
          'require-verification': (event, context) => api['require-verification'](asNamed(event), context),
        },
      }),
    },
  },
  {
    name: 'payments by another tenant’s key',
    wrong: 'A payment is put down to the customer of the same id of another tenant.',
    removes: 'the tenant in what a Stripe customer leads to',
    breaks: ['tenants'],
    sabotage: withCustomers((customers) => ({
      findByStripeCustomer: async (id) => {
        const ref = await customers.findByStripeCustomer(id);
        if (ref === null) return null;
        return (await customers.loadForGate(elsewhere(ref))) === null ? ref : elsewhere(ref);
      },
    })),
  },
  {
    name: 'sessions by another tenant’s key',
    wrong: 'A session’s event is put down to the customer of the same id of another tenant.',
    removes: 'the tenant in what a session’s id leads to',
    breaks: ['tenants', 'verified'],
    sabotage: withCustomers((customers) => ({
      findByStripeSession: async (id) => {
        const known = await customers.findByStripeSession(id);
        if (known === null) return null;
        const stranger = elsewhere(known.ref);
        const there = await customers.loadSession(stranger, known.number);
        return there?.sessionId == null ? known : { ...known, ref: stranger };
      },
    })),
  },
  {
    name: 'pushes to another tenant’s phone',
    wrong: 'A push goes to the phones of the customers of that id in all tenants.',
    removes: 'the tenant in each key',
    breaks: ['pushes'],
    sabotage: withParts(({ devices }) => ({
      devices: {
        ...devices,
        list: async (ref) => [...(await devices.list(ref)), ...(await devices.list(elsewhere(ref)))],
      },
    })),
  },
];

type Raw = {
  queryStringParameters?: Record<string, string>;
  requestContext: { authorizer: { jwt: { claims: Record<string, unknown> } } };
};

function asNamed(event: unknown): unknown {
  const raw = event as Raw;
  const named = raw.queryStringParameters?.['subaccount_id'];
  if (named === undefined) return event;
  const claims = { ...raw.requestContext.authorizer.jwt.claims, 'custom:subaccount_id': named };
  return { ...raw, requestContext: { ...raw.requestContext, authorizer: { jwt: { claims } } } };
}

// A simulation tells what happens: it agrees with the gate and with what an application then does.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../../functions/domain/customer.ts';
import { decidePolicyApplication } from '../../functions/domain/policy-application.ts';
import {
  emptySimulation,
  simulateCustomer,
  type PolicySimulation,
} from '../../functions/domain/policy-simulation.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { decideRideGate } from '../../functions/domain/ride-gate.ts';
import { anyCustomer, anyPolicy } from '../support/arbitraries.ts';
import { aRiskAssessment, nowMs } from '../support/builders.ts';

const anyRisk = fc
  .constantFrom(undefined, 10, 50, 75, null)
  .map((score) => (score === undefined ? null : aRiskAssessment({ score })));
const anyCustomers = fc.array(
  fc.tuple(anyCustomer, anyRisk).map(([customer, risk]): Customer => ({ ...customer, risk })),
  { maxLength: 25 },
);

function simulate(customers: readonly Customer[], current: Policy, proposed: Policy): PolicySimulation {
  return customers.reduce(
    (counts, customer) => simulateCustomer(counts, customer, current, proposed),
    emptySimulation,
  );
}

function apply(customers: readonly Customer[], policy: Policy): Customer[] {
  return customers.map((customer) => decidePolicyApplication(customer, policy, nowMs)?.after ?? customer);
}

const blocked = (customers: readonly Customer[], policy: Policy): boolean[] =>
  customers.map((customer) => !decideRideGate(customer, policy).allowed);
const count = (holds: readonly boolean[]): number => holds.filter(Boolean).length;

describe('a simulation', () => {
  it('of the current policy changes nothing at the gate by saving it, and lets nobody off', () => {
    fc.assert(
      fc.property(anyCustomers, anyPolicy, (customers, policy) => {
        expect(simulate(customers, policy, policy)).toMatchObject({
          newlyBlockedOnceSaved: 0,
          newlyAllowed: 0,
        });
      }),
    );
  });

  it('of the current policy changes nothing where it has been applied', () => {
    fc.assert(
      fc.property(anyCustomers, anyPolicy, (customers, policy) => {
        const settled = simulate(apply(customers, policy), policy, policy);

        expect(settled).toMatchObject({ newlyFlagged: 0, newlyBlocked: 0, newlyAllowed: 0 });
        expect(settled.blockedOnceApplied).toBe(settled.blockedNow);
      }),
    );
  });

  it('agrees with what saving and applying the proposed policy then does', () => {
    fc.assert(
      fc.property(anyCustomers, anyPolicy, anyPolicy, (customers, current, proposed) => {
        const told = simulate(customers, current, proposed);
        const after = apply(customers, proposed);
        const was = blocked(customers, current);
        const saved = blocked(customers, proposed);
        const is = blocked(after, proposed);

        expect(told).toMatchObject({
          customers: customers.length,
          newlyFlagged: count(after.map(({ version }, index) => version !== customers[index]?.version)),
          newlyBlocked: count(is.map((now, index) => now && was[index] === false)),
          newlyBlockedOnceSaved: count(saved.map((now, index) => now && was[index] === false)),
          newlyAllowed: count(is.map((now, index) => !now && was[index] === true)),
          blockedNow: count(was),
          blockedOnceApplied: count(is),
        });
      }),
    );
  });

  it('of any policy tells whom each threshold flags, with unscored payments or without', () => {
    const anyThreshold = fc.integer({ min: 0, max: 100 });
    const anyUnscored = fc.constantFrom('allow', 'require');
    fc.assert(
      fc.property(
        fc.tuple(anyCustomers, anyPolicy, anyPolicy),
        anyThreshold,
        anyUnscored,
        ([customers, current, proposed], riskThreshold, unscoredPayment) => {
          const { riskScores } = simulate(customers, current, proposed);

          const drawn = riskScores
            .filter(({ score }) => (score === null ? unscoredPayment === 'require' : score >= riskThreshold))
            .reduce((sum, { flaggable }) => sum + flaggable, 0);
          const moved: Policy = {
            ...proposed,
            verificationMode: 'risk_based',
            riskThreshold,
            unscoredPayment,
          };
          expect(drawn).toBe(simulate(customers, current, moved).newlyFlagged);
        },
      ),
    );
  });

  it('counts each customer in one score', () => {
    fc.assert(
      fc.property(anyCustomers, anyPolicy, (customers, policy) => {
        const { riskScores } = simulate(customers, policy, policy);

        expect(riskScores.reduce((sum, bucket) => sum + bucket.customers, 0)).toBe(customers.length);
        expect(riskScores.every((bucket) => bucket.flaggable <= bucket.customers)).toBe(true);
      }),
    );
  });
});

describe('an application', () => {
  it('flags nobody a second time', () => {
    fc.assert(
      fc.property(anyCustomers, anyPolicy, (customers, policy) => {
        const once = apply(customers, policy);

        expect(apply(once, policy)).toEqual(once);
      }),
    );
  });

  it('lets nobody ride who could not before', () => {
    fc.assert(
      fc.property(anyCustomers, anyPolicy, (customers, policy) => {
        const before = blocked(customers, policy);

        expect(
          blocked(apply(customers, policy), policy).every((is, index) => is || before[index] === false),
        ).toBe(true);
      }),
    );
  });
});

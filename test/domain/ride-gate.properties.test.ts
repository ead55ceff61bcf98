// What holds of the gate for every customer and every policy (fast-check prints the seed of a failure).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowCodes, blockCodes, decideRideGate } from '../../functions/domain/ride-gate.ts';
import { anyCustomer, anyPolicy } from '../support/arbitraries.ts';

describe('the gate', () => {
  it('blocks whoever is required and not verified, but for mode disabled without an operator’s word', () => {
    fc.assert(
      fc.property(anyCustomer, anyPolicy, (customer, policy) => {
        const { requirement, identityStatus } = customer;
        fc.pre(requirement.state === 'required' && identityStatus !== 'verified');
        const byOperator = requirement.reason.kind === 'operator_request';
        const letOffByMode = policy.verificationMode === 'disabled' && !byOperator;

        expect(decideRideGate(customer, policy).allowed).toBe(letOffByMode);
      }),
    );
  });

  it('blocks a stranger to verification in mode all_users, but for exempt and cleared customers', () => {
    fc.assert(
      fc.property(anyCustomer, anyPolicy, (customer, rules) => {
        const policy = { ...rules, verificationMode: 'all_users' as const };
        const before = policy.exemptCustomersCreatedBeforeMs;
        const exempt = before !== null && customer.createdAtMs < before;
        fc.pre(customer.identityStatus !== 'verified' && customer.requirement.state !== 'cleared' && !exempt);

        expect(decideRideGate(customer, policy).allowed).toBe(false);
      }),
    );
  });

  it('always lets a verified customer ride', () => {
    fc.assert(
      fc.property(anyCustomer, anyPolicy, (customer, policy) => {
        expect(decideRideGate({ ...customer, identityStatus: 'verified' }, policy).code).toBe('verified');
      }),
    );
  });

  it('has an answer for every customer under every policy, and the code fits the answer', () => {
    fc.assert(
      fc.property(anyCustomer, anyPolicy, (customer, policy) => {
        const { allowed, code } = decideRideGate(customer, policy);

        expect(allowed ? allowCodes : blockCodes).toContain(code);
      }),
    );
  });

  it('answers the same to the same question, and changes neither customer nor policy', () => {
    fc.assert(
      fc.property(anyCustomer, anyPolicy, (customer, policy) => {
        const asked = structuredClone({ customer, policy });
        const first = decideRideGate(customer, policy);

        expect(decideRideGate(asked.customer, asked.policy)).toEqual(first);
        expect({ customer, policy }).toEqual(asked);
      }),
    );
  });
});

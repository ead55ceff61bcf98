// The gate as a table: each row alone, each block code, and who wins where two rows match.

import { describe, expect, it } from 'vitest';
import {
  decideRideGate,
  type RideDecision,
  type RideGateCustomer,
  type RideGatePolicy,
} from '../../functions/domain/ride-gate.ts';
import {
  aCustomer,
  aPolicy,
  cleared,
  nowMs,
  requiredByOperator,
  requiredByPolicy,
  requiredByRisk,
} from '../support/builders.ts';

type Situation = { customer: RideGateCustomer; policy: RideGatePolicy };

/** A customer and a policy to whom only the last row applies. */
const plain: Situation = { customer: aCustomer(), policy: aPolicy({ verificationMode: 'risk_based' }) };

const customer = (difference: Partial<RideGateCustomer>) => (given: Situation) => ({
  ...given,
  customer: { ...given.customer, ...difference },
});
const policy = (difference: Partial<RideGatePolicy>) => (given: Situation) => ({
  ...given,
  policy: { ...given.policy, ...difference },
});

const allow = (code: RideDecision['code']) => ({ allowed: true, code });
const block = (code: RideDecision['code']) => ({ allowed: false, code });

const allUsers = policy({ verificationMode: 'all_users' });
const existing = policy({ exemptCustomersCreatedBeforeMs: nowMs });

const rows = [
  {
    row: 1,
    given: 'status verified',
    is: customer({ identityStatus: 'verified' }),
    decision: allow('verified'),
  },
  {
    row: 2,
    given: 'requirement cleared by an operator and not raised since',
    is: customer({ requirement: cleared }),
    decision: allow('requirement_cleared'),
  },
  {
    row: 3,
    given: 'required by an operator',
    is: customer({ requirement: requiredByOperator() }),
    decision: block('verification_required'),
  },
  {
    row: 4,
    given: 'mode disabled',
    is: policy({ verificationMode: 'disabled' }),
    decision: allow('policy_disabled'),
  },
  {
    row: 5,
    given: 'required flag set',
    is: customer({ requirement: requiredByRisk }),
    decision: block('verification_required'),
  },
  {
    row: 6,
    given: 'status requires_input',
    is: customer({ identityStatus: 'requires_input' }),
    decision: block('verification_requires_input'),
  },
  {
    row: 6,
    given: 'status failed',
    is: customer({ identityStatus: 'failed' }),
    decision: block('verification_failed'),
  },
  {
    row: 6,
    given: 'status canceled',
    is: customer({ identityStatus: 'canceled' }),
    decision: block('verification_canceled'),
  },
  {
    row: 7,
    given: 'mode all_users, customer exempt',
    is: (situation: Situation) => existing(allUsers(situation)),
    decision: allow('exempt_existing_customer'),
  },
  { row: 8, given: 'mode all_users', is: allUsers, decision: block('verification_required') },
  { row: 9, given: 'otherwise', is: (situation: Situation) => situation, decision: allow('not_required') },
];

function decide({ customer, policy }: Situation): RideDecision {
  return decideRideGate(customer, policy);
}

describe('each row of the gate', () => {
  it.each(rows)('row $row: $given → $decision.code', ({ is, decision }) => {
    expect(decide(is(plain))).toEqual(decision);
  });

  it.each([null, 'pending'] as const)('row 9 lets a customer ride whose status is %s', (identityStatus) => {
    expect(decide(customer({ identityStatus })(plain))).toEqual(allow('not_required'));
  });
});

describe('a blocked customer learns why by his status', () => {
  const blockers = [
    { row: 3, is: customer({ requirement: requiredByOperator() }) },
    { row: 5, is: customer({ requirement: requiredByPolicy }) },
    { row: 8, is: allUsers },
  ];
  const codes = [
    { status: null, code: 'verification_required' },
    { status: 'pending', code: 'verification_pending' },
    { status: 'requires_input', code: 'verification_requires_input' },
    { status: 'failed', code: 'verification_failed' },
    { status: 'canceled', code: 'verification_canceled' },
  ] as const;
  const cases = blockers.flatMap(({ row, is }) => codes.map((code) => ({ row, is, ...code })));

  it.each(cases)('row $row: status $status → $code', ({ is, status, code }) => {
    expect(decide(customer({ identityStatus: status })(is(plain)))).toEqual(block(code));
  });
});

describe('where two rows match, the earlier one decides', () => {
  const operator = requiredByOperator();
  const exempt = (situation: Situation) => existing(allUsers(situation));
  const disabled = policy({ verificationMode: 'disabled' });
  // Pairs that can't hold at once are left out: one customer has one status, one requirement, one mode.
  const pairs = [
    {
      rows: '1 before 2',
      is: customer({ identityStatus: 'verified', requirement: cleared }),
      code: 'verified',
    },
    {
      rows: '1 before 3',
      is: customer({ identityStatus: 'verified', requirement: operator }),
      code: 'verified',
    },
    { rows: '1 before 4', is: [customer({ identityStatus: 'verified' }), disabled], code: 'verified' },
    {
      rows: '1 before 5',
      is: customer({ identityStatus: 'verified', requirement: requiredByRisk }),
      code: 'verified',
    },
    { rows: '1 before 7', is: [customer({ identityStatus: 'verified' }), exempt], code: 'verified' },
    { rows: '1 before 8', is: [customer({ identityStatus: 'verified' }), allUsers], code: 'verified' },
    { rows: '2 before 4', is: [customer({ requirement: cleared }), disabled], code: 'requirement_cleared' },
    {
      rows: '2 before 6',
      is: customer({ requirement: cleared, identityStatus: 'failed' }),
      code: 'requirement_cleared',
    },
    { rows: '2 before 7', is: [customer({ requirement: cleared }), exempt], code: 'requirement_cleared' },
    { rows: '2 before 8', is: [customer({ requirement: cleared }), allUsers], code: 'requirement_cleared' },
    {
      rows: '3 before 4',
      is: [customer({ requirement: operator }), disabled],
      code: 'verification_required',
    },
    {
      rows: '3 before 6',
      is: customer({ requirement: operator, identityStatus: 'failed' }),
      code: 'verification_failed',
    },
    { rows: '3 before 7', is: [customer({ requirement: operator }), exempt], code: 'verification_required' },
    {
      rows: '3 before 8',
      is: [customer({ requirement: operator }), allUsers],
      code: 'verification_required',
    },
    {
      rows: '4 before 5',
      is: [customer({ requirement: requiredByRisk }), disabled],
      code: 'policy_disabled',
    },
    { rows: '4 before 6', is: [customer({ identityStatus: 'failed' }), disabled], code: 'policy_disabled' },
    {
      rows: '5 before 6',
      is: customer({ requirement: requiredByPolicy, identityStatus: 'canceled' }),
      code: 'verification_canceled',
    },
    {
      rows: '5 before 7',
      is: [customer({ requirement: requiredByRisk }), exempt],
      code: 'verification_required',
    },
    {
      rows: '5 before 8',
      is: [customer({ requirement: requiredByRisk }), allUsers],
      code: 'verification_required',
    },
    {
      rows: '6 before 7',
      is: [customer({ identityStatus: 'requires_input' }), exempt],
      code: 'verification_requires_input',
    },
    {
      rows: '6 before 8',
      is: [customer({ identityStatus: 'canceled' }), allUsers],
      code: 'verification_canceled',
    },
    { rows: '7 before 8', is: exempt, code: 'exempt_existing_customer' },
  ];

  it.each(pairs)('row $rows: $code', ({ is, code }) => {
    const situation = [is].flat().reduce((given, add) => add(given), plain);

    expect(decide(situation).code).toBe(code);
  });
});

// Every answer of the gate is what the rules say of some state of customer and policy that was in force between
// the question and the answer; a check that fails never allows.

import type { Customer } from '../../../functions/domain/customer.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { History, Invariant } from '../invariant.ts';
import type { ApiCall } from '../journal.ts';
import { Violation } from '../violation.ts';

type Row = { when: (customer: Customer, policy: Policy) => boolean; answer: string | null };

/** The rules as they are promised, written down once more; null stands for "blocked, by the status". */
const rules: readonly Row[] = [
  { when: ({ identityStatus }) => identityStatus === 'verified', answer: 'verified' },
  { when: ({ requirement }) => requirement.state === 'cleared', answer: 'requirement_cleared' },
  {
    when: ({ requirement }) =>
      requirement.state === 'required' && requirement.reason.kind === 'operator_request',
    answer: null,
  },
  { when: (_, policy) => policy.verificationMode === 'disabled', answer: 'policy_disabled' },
  { when: ({ requirement }) => requirement.state === 'required', answer: null },
  {
    when: ({ identityStatus }) => ['requires_input', 'failed', 'canceled'].includes(identityStatus ?? ''),
    answer: null,
  },
  {
    when: ({ createdAtMs }, { verificationMode, exemptCustomersCreatedBeforeMs }) =>
      verificationMode === 'all_users' && createdAtMs < (exemptCustomersCreatedBeforeMs ?? -Infinity),
    answer: 'exempt_existing_customer',
  },
  { when: (_, policy) => policy.verificationMode === 'all_users', answer: null },
  { when: () => true, answer: 'not_required' },
];

const blockCodes: Record<string, string> = {
  none: 'verification_required',
  pending: 'verification_pending',
  requires_input: 'verification_requires_input',
  failed: 'verification_failed',
  canceled: 'verification_canceled',
};

/** What the gate has to say, as `200 code` or `403 code`. */
export function gateBySpec(customer: Customer, policy: Policy): string {
  const row = rules.find(({ when }) => when(customer, policy));
  const allowed = row?.answer ?? null;
  return allowed === null ? `403 ${blockCodes[customer.identityStatus ?? 'none'] ?? ''}` : `200 ${allowed}`;
}

export function gateIsLinearizable({ journal }: History): Invariant {
  const name = 'gate';

  const possibleAnswers = ({ ref, startStep, endStep }: ApiCall): Set<string> => {
    const until = endStep ?? Infinity;
    const customers = journal.commitsOf(ref).filter(({ step }) => step <= until);
    const policies = journal.policiesOf(ref.subaccountId).filter(({ step }) => step <= until);
    const moments = [...customers, ...policies].map(({ step }) => step).filter((step) => step > startStep);
    const answers = new Set<string>();
    for (const moment of [startStep, ...moments]) {
      const customer = customers.findLast(({ step }) => step <= moment)?.after;
      const policy = policies.findLast(({ step }) => step <= moment)?.policy;
      answers.add(customer === undefined || policy === undefined ? '404' : gateBySpec(customer, policy));
    }
    return answers;
  };

  return {
    name,
    answered: (call) => {
      if (call.action !== 'check-ride' || call.answer === null || call.mustBeHidden) return;
      const { status, body } = call.answer;
      if (status >= 500) return;
      const given = status === 404 ? '404' : `${status} ${String(body['code'])}`;
      const possible = possibleAnswers(call);
      if (possible.has(given)) return;
      const { subaccountId, customerId } = call.ref;
      throw new Violation(
        name,
        `a ride check of ${subaccountId}/${customerId} (steps ${call.startStep} to ${call.endStep ?? '?'}) answered ` +
          `"${given}"; possible were: ${[...possible].join(', ')}`,
      );
    },
  };
}

// Gives the fields the form that they belong to.

import { createContext, type Dispatch, use } from 'react';
import { type PolicyForm, type PolicyFormAction, rulesIn } from './policy-form.ts';
import type { Rules } from './policy-rules.ts';

type FormInHand = { form: PolicyForm; rules: Rules; change: Dispatch<PolicyFormAction> };

export const FormContext = createContext<{ form: PolicyForm; change: Dispatch<PolicyFormAction> } | null>(
  null,
);

export function usePolicyForm(): FormInHand {
  const inHand = use(FormContext);
  if (inHand === null) throw new Error('usePolicyForm needs a FormContext above it.');
  return { ...inHand, rules: rulesIn(inHand.form) };
}

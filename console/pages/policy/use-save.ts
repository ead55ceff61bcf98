// Saves the form at the version that it rests on, and goes on from there where somebody else was quicker.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import { ApiProblem } from '../../api/failure.ts';
import { type Policy, usePolicyQuery } from '../../api/policy.ts';
import type { PolicyForm } from './policy-form.ts';
import { versionsKey } from './queries.ts';

export type SaveOutcome =
  | { kind: 'saved'; policy: Policy }
  /** Somebody else saved first; this is in force now. */
  | { kind: 'overtaken'; policy: Policy }
  | { kind: 'refused'; faults: ApiProblem['faults'] };

/** What else goes wrong is the mutation's error. */
export function useSave(subaccountId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const policyQuery = usePolicyQuery(subaccountId);
  return useMutation({
    mutationFn: async ({ base, edits }: PolicyForm): Promise<SaveOutcome> => {
      try {
        const policy = await answerOf(
          api.PUT('/api/subaccounts/{id}/identity-policy', {
            params: { path: { id: subaccountId } },
            body: { version: base.version, ...edits },
          }),
        );
        return { kind: 'saved', policy };
      } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        if (failure.code === 'version_conflict') {
          return { kind: 'overtaken', policy: await queries.query({ ...policyQuery, staleTime: 0 }) };
        }
        if (failure.status === 400 && failure.faults.length > 0) {
          return { kind: 'refused', faults: failure.faults };
        }
        throw failure;
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: versionsKey(subaccountId) }),
  });
}

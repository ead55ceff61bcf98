// Does something to the customer, shows what the API answered, and keeps everything as it was where it failed.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useApi } from '../../../api/api-provider.tsx';
import { ApiProblem, isOvertaken } from '../../../api/failure.ts';
import { useFailureText } from '../../../parts/failure-alert.tsx';
import { useNotice } from '../../../shell/notices.tsx';
import type { CustomerFile, CustomerRef } from '../customer-types.ts';
import { withAnswer } from '../standing.ts';
import { customerKey, readAnew } from '../queries.ts';
import { type CustomerRequest, sendRequest } from './send-request.ts';

export type CustomerAction = {
  /** What is being done now. */
  doing: CustomerRequest['action'] | null;
  failure: unknown;
  run: (request: CustomerRequest) => void;
  reset: () => void;
};

/** @param onDone once the API has said that it is done */
export function useCustomerAction(
  ref: CustomerRef,
  onDone: (action: CustomerRequest['action']) => void,
): CustomerAction {
  const api = useApi();
  const queries = useQueryClient();
  const notice = useNotice();
  const t = useTranslations('customer.done');
  const textOf = useFailureText();
  // A second click comes before the page could show that the first one is being answered.
  const isUnderWay = useRef(false);
  const mutation = useMutation({
    mutationFn: (request: CustomerRequest) => sendRequest(api, ref, request),
    gcTime: 0,
    onSettled: () => {
      isUnderWay.current = false;
    },
    onSuccess: async (answer, { action }) => {
      // An answer that was asked for before must not undo this one.
      await queries.cancelQueries({ queryKey: customerKey(ref) });
      const before = queries.getQueryData<CustomerFile>(customerKey(ref));
      if (before !== undefined) queries.setQueryData(customerKey(ref), withAnswer(before, answer));
      const isSame = action === 'refresh' && before?.version === answer.version;
      notice({
        type: isSame ? 'info' : 'success',
        text: t(isSame ? 'refreshSame' : action, { customer: ref.customerId }),
      });
      onDone(action);
      void readAnew(queries, ref);
    },
    onError: async (failure, { action }) => {
      // Somebody else was faster, or nobody knows whether it happened: the page has to tell.
      if (failure instanceof ApiProblem && failure.status < 409) return;
      const reading = readAnew(queries, ref);
      // What is confirmed next rests on what is shown then.
      if (isOvertaken(failure)) await reading;
      if (action !== 'refresh') return;
      notice({
        type: 'error',
        text: t('refreshFailed', { customer: ref.customerId, failure: textOf(failure) }),
      });
    },
  });
  return {
    doing: mutation.isPending ? mutation.variables.action : null,
    failure: mutation.error,
    run: (request) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      mutation.mutate(request);
    },
    reset: mutation.reset,
  };
}

// The calls behind an operator's actions; each is answered with the customer as he is then.

import type { ApiClient } from '../../../../client/api-client.ts';
import { answerOf } from '../../../api/api.ts';
import type { Customer, CustomerRef } from '../customer-types.ts';
import type { OperatorReason } from './operator-reasons.ts';

export type CustomerRequest =
  | { action: 'verify' | 'clear' | 'redact'; notes: string }
  | { action: 'require'; reason: OperatorReason; notes: string }
  | { action: 'refresh' };

/** @throws ApiProblem, Unreachable or SessionEnded */
export function sendRequest(
  api: ApiClient,
  { customerId, subaccountId }: CustomerRef,
  request: CustomerRequest,
): Promise<Customer> {
  const params = { path: { id: customerId }, query: { subaccount_id: subaccountId } };
  switch (request.action) {
    case 'verify': {
      const { notes } = request;
      return answerOf(api.POST('/api/customers/{id}/identity-manual-verify', { params, body: { notes } }));
    }
    case 'clear': {
      const { notes } = request;
      return answerOf(
        api.POST('/api/customers/{id}/identity-clear-requirement', { params, body: { notes } }),
      );
    }
    case 'require': {
      const { reason, notes } = request;
      const body = { reason, ...(notes !== '' && { notes }) };
      return answerOf(api.POST('/api/customers/{id}/identity-require', { params, body }));
    }
    case 'refresh':
      return answerOf(api.POST('/api/customers/{id}/identity-refresh', { params }));
    case 'redact': {
      const { notes } = request;
      return answerOf(api.POST('/api/customers/{id}/identity-redact', { params, body: { notes } }));
    }
  }
}

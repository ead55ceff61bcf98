// The calls behind an operator's actions; each is answered with the customer as he is then.

import type { ApiClient } from '../../../../client/api-client.ts';
import { answerOf } from '../../../api/api.ts';
import type { Customer, CustomerRef } from '../customer-types.ts';
import type { OperatorReason } from '../../../parts/requirement-reason.ts';

/** `version` is the customer's that the operator has seen; where it is another one by now, nothing is done. */
export type CustomerRequest =
  | { action: 'verify' | 'clear' | 'redact'; version: number; notes: string }
  | { action: 'require'; version: number; reason: OperatorReason; notes: string }
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
      const { version, notes } = request;
      return answerOf(
        api.POST('/api/customers/{id}/identity-manual-verify', { params, body: { version, notes } }),
      );
    }
    case 'clear': {
      const { version, notes } = request;
      return answerOf(
        api.POST('/api/customers/{id}/identity-clear-requirement', { params, body: { version, notes } }),
      );
    }
    case 'require': {
      const { version, reason, notes } = request;
      const body = { version, reason, ...(notes !== '' && { notes }) };
      return answerOf(api.POST('/api/customers/{id}/identity-require', { params, body }));
    }
    case 'refresh':
      return answerOf(api.POST('/api/customers/{id}/identity-refresh', { params }));
    case 'redact': {
      const { version, notes } = request;
      return answerOf(api.POST('/api/customers/{id}/identity-redact', { params, body: { version, notes } }));
    }
  }
}

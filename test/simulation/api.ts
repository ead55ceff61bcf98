// Calls the HTTP functions as API Gateway does, and has each call and its answer written into the journal.

import type { Context } from 'aws-lambda';
import type { CustomerRef } from '../../functions/domain/customer.ts';
import { apiEvent, claims, type Claims } from '../functions/events/api-gateway.ts';
import type { Invocations } from './invocations.ts';
import type { Action, ApiCall, Journal } from './journal.ts';
import type { Scheduler } from './scheduler.ts';
import type { Handlers } from './wiring.ts';

const routes: Record<Action, string> = {
  'create-customer': 'POST /api/customers',
  'check-ride': 'POST /api/customers/{id}/ride-check',
  'start-identity-session': 'POST /api/customers/{id}/identity-session',
  'verify-manually': 'POST /api/customers/{id}/identity-manual-verify',
  'clear-requirement': 'POST /api/customers/{id}/identity-clear-requirement',
  'require-verification': 'POST /api/customers/{id}/identity-require',
  'refresh-session': 'POST /api/customers/{id}/identity-refresh',
  'redact-customer': 'POST /api/customers/{id}/identity-redact',
  'put-policy': 'PUT /api/subaccounts/{id}/identity-policy',
};

/** Whose token a call brings. */
export type Caller =
  | { role: 'rider'; ref: CustomerRef }
  | { role: 'operator'; subaccountId: string; userId: string }
  | { role: 'service'; subaccountId: string };

export type Request = {
  action: Action;
  as: Caller;
  /** Whom it is about; of a policy, the tenant is all that counts. */
  ref: CustomerRef;
  body?: unknown;
  query?: Record<string, string>;
  mustBeHidden?: boolean;
};

export type Api = {
  /** Calls for the running task; `answer` stays null where the call was lost. */
  call: (request: Request) => Promise<ApiCall>;
};

// Without its clock: middleware would set a real timer by it.
const context = {} as Context;

type Options = {
  scheduler: Scheduler;
  invocations: Invocations;
  journal: Journal;
  handlers: () => Handlers['api'];
  answered: (call: ApiCall) => void;
};

export function createApi({ scheduler, invocations, journal, handlers, answered }: Options): Api {
  return {
    call: (request) => {
      const { action, as, ref, body, query } = request;
      const caller = scheduler.current();
      if (caller === null) throw new Error(`nobody calls ${action}`);
      const id = action === 'put-policy' ? ref.subaccountId : ref.customerId;
      const event = apiEvent({
        route: routes[action],
        as: claimsOf(as),
        ...(action !== 'create-customer' && { id }),
        ...(as.role === 'service' && { query: { subaccount_id: as.subaccountId } }),
        ...(query !== undefined && { query }),
        ...(body !== undefined && { body }),
      });
      return new Promise((resolve) => {
        const call: ApiCall = {
          action,
          tenant: as.role === 'rider' ? as.ref.subaccountId : as.subaccountId,
          ref,
          body,
          startStep: scheduler.steps(),
          endStep: null,
          answer: null,
          mustBeHidden: request.mustBeHidden ?? false,
        };
        const run = () => handlers()[action](event, context);
        const task = invocations.start(`${action} ${ref.subaccountId}/${ref.customerId}`, run, (outcome) => {
          journal.end(call, outcome.kind === 'answered' ? outcome.answer : null);
          if (outcome.kind === 'threw') scheduler.fail(outcome.reason);
          if (call.answer?.status === 400)
            scheduler.fail(new Error(`${action}: ${JSON.stringify(call.answer)}`));
          answered(call);
          scheduler.later(
            0,
            `hears from ${action}: ${call.answer?.status ?? 'nothing'}`,
            () => resolve(call),
            caller,
          );
        });
        journal.begin(call, task);
      });
    },
  };
}

function claimsOf(caller: Caller): Claims {
  switch (caller.role) {
    case 'rider':
      return claims.rider(caller.ref.customerId, caller.ref.subaccountId);
    case 'operator':
      return claims.operator(caller.subaccountId, caller.userId);
    case 'service':
      return claims.service();
  }
}

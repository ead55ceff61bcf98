// Who is calling, from the claims that the JWT authorizer has checked, and what he may reach.

import * as z from 'zod';
import type { Role } from '../contracts/endpoint.ts';
import { customerId, subaccountId } from '../contracts/identifiers.ts';
import type { Actor } from '../domain/actor.ts';
import type { CustomerRef } from '../domain/customer.ts';
import { Forbidden, InvalidInput, noSuchCustomer, noSuchSubaccount } from '../domain/faults.ts';

export type Caller =
  | { role: 'rider'; subaccountId: string; customerId: string }
  | { role: 'operator'; subaccountId: string; userId: string }
  | { role: 'admin'; userId: string }
  | { role: 'service'; clientId: string };

const serviceScope = 'ridegate/service';

const claimsSchema = z.object({
  sub: z.string().min(1),
  /** Cognito's; an ID token tells an app who somebody is, and is no key to an API. */
  token_use: z.literal('access').optional(),
  /** API Gateway writes the array as `[operators admins]`; names of Cognito's groups hold no blanks. */
  'cognito:groups': z
    .string()
    .default('')
    .transform((groups) => groups.replace(/^\[|\]$/g, '').split(' ')),
  scope: z
    .string()
    .default('')
    .transform((scopes) => scopes.split(' ')),
  client_id: z.string().min(1).optional(),
  'custom:subaccount_id': subaccountId.optional(),
  'custom:customer_id': customerId.optional(),
});

/** @throws Forbidden where the token names no role. */
export function parseCaller(claims: unknown): Caller {
  const parsed = claimsSchema.safeParse(claims);
  const caller = parsed.success ? callerOf(parsed.data) : null;
  if (caller === null) throw new Forbidden('forbidden', 'This token gives access to nothing here.');
  return caller;
}

function callerOf(claims: z.infer<typeof claimsSchema>): Caller | null {
  const home = claims['custom:subaccount_id'];
  const customer = claims['custom:customer_id'];
  if (claims['cognito:groups'].includes('admins')) return { role: 'admin', userId: claims.sub };
  if (claims['cognito:groups'].includes('operators')) {
    return home === undefined ? null : { role: 'operator', subaccountId: home, userId: claims.sub };
  }
  if (claims.scope.includes(serviceScope)) {
    return { role: 'service', clientId: claims.client_id ?? claims.sub };
  }
  if (home === undefined || customer === undefined) return null;
  return { role: 'rider', subaccountId: home, customerId: customer };
}

/** @throws Forbidden */
export function requireRole<Allowed extends Role>(
  caller: Caller,
  allowed: readonly Allowed[],
): asserts caller is Extract<Caller, { role: Allowed }> {
  if (!allowed.some((role) => role === caller.role)) {
    throw new Forbidden('forbidden', `This is for: ${allowed.join(', ')}.`);
  }
}

/**
 * The subaccount that a request is about: the caller's own, or for services and admins the one they name.
 * @throws InvalidInput where a service or an admin names none, NotFound where anybody names another's.
 */
export function subaccountOf(caller: Caller, named: string | undefined): string {
  if (caller.role === 'rider' || caller.role === 'operator') {
    if (named !== undefined && named !== caller.subaccountId) throw noSuchSubaccount();
    return caller.subaccountId;
  }
  if (named === undefined) {
    throw new InvalidInput([{ path: 'subaccount_id', message: 'is needed in the query string' }]);
  }
  if (!subaccountId.safeParse(named).success) throw noSuchSubaccount();
  return named;
}

/** The customer that a request is about; a rider reaches only himself. @throws NotFound, InvalidInput */
export function customerOf(caller: Caller, id: string, namedSubaccount: string | undefined): CustomerRef {
  const ref = { subaccountId: subaccountOf(caller, namedSubaccount), customerId: id };
  const hidden = caller.role === 'rider' && caller.customerId !== id;
  if (hidden || !customerId.safeParse(id).success) {
    throw noSuchCustomer();
  }
  return ref;
}

export function actorOf(caller: Caller): Actor {
  switch (caller.role) {
    case 'rider':
      return { kind: 'rider', id: caller.customerId };
    case 'operator':
    case 'admin':
      return { kind: 'operator', id: caller.userId };
    case 'service':
      return { kind: 'service', id: caller.clientId };
  }
}

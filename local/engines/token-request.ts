// What a demo caller may ask a token for, and the claims it gets: the same as Cognito's access tokens have.
import * as z from 'zod';
import { customerId, subaccountId } from '../../functions/contracts/identifiers.ts';
import type { DemoPerson } from '../seed/demo-operators.ts';

const id = customerId;
const grant_type = z.literal('client_credentials');
const client_id = id.default('ridegate-demo');

/** The form of `POST /token`. */
export const tokenRequest = z.discriminatedUnion(
  'role',
  [
    z.strictObject({
      grant_type,
      client_id,
      role: z.literal('rider'),
      subaccount_id: subaccountId,
      customer_id: id,
    }),
    z.strictObject({
      grant_type,
      client_id,
      role: z.literal('operator'),
      subaccount_id: subaccountId,
      user_id: id.default('operator-demo'),
    }),
    z.strictObject({
      grant_type,
      client_id,
      role: z.literal('admin'),
      subaccount_id: subaccountId.optional(),
      user_id: id.default('admin-demo'),
    }),
    z.strictObject({
      grant_type,
      client_id,
      role: z.literal('service'),
      subaccount_id: subaccountId.optional(),
    }),
  ],
  { error: 'role must be rider, operator, admin or service' },
);

export type TokenRequest = z.infer<typeof tokenRequest>;

export function claimsOf(request: TokenRequest): Readonly<Record<string, unknown>> {
  const { client_id } = request;
  switch (request.role) {
    case 'rider':
      return {
        sub: request.customer_id,
        client_id,
        'custom:customer_id': request.customer_id,
        'custom:subaccount_id': request.subaccount_id,
      };
    case 'operator':
      return {
        sub: request.user_id,
        client_id,
        'cognito:groups': ['operators'],
        'custom:subaccount_id': request.subaccount_id,
      };
    case 'admin':
      return { sub: request.user_id, client_id, 'cognito:groups': ['admins'] };
    case 'service':
      return { sub: client_id, client_id, scope: 'ridegate/service' };
  }
}

/** The claims of somebody who signed in to the console. */
export function claimsOfPerson(
  { id: user_id, subaccountId: subaccount_id }: DemoPerson,
  client_id: string,
): Readonly<Record<string, unknown>> {
  const asked = { grant_type: grant_type.value, client_id, user_id };
  return claimsOf(
    subaccount_id === undefined ? { ...asked, role: 'admin' } : { ...asked, role: 'operator', subaccount_id },
  );
}

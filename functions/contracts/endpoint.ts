// What an endpoint of the HTTP API is: the one description that its function validates with, its route is made
// of, and the OpenAPI document tells.

import * as z from 'zod';

export const roles = ['rider', 'operator', 'admin', 'service'] as const;
/** Who calls, by the claims of his token. */
export type Role = (typeof roles)[number];

export type Answers = Readonly<Record<number, z.ZodType>>;

export type Endpoint<
  Name extends string = string,
  Allowed extends Role = Role,
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Given extends Answers = Answers,
> = {
  /** Names the file functions/<name>.ts that answers it; in camel case, the operation's id. */
  readonly name: Name;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With path parameters in braces, as API Gateway writes them. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  /** None where no token is asked for. */
  readonly roles: readonly Allowed[];
  /** The shape of the path's parameters other than `{id}`. */
  readonly parameters?: z.ZodType;
  readonly query: Query;
  /** Its answer holds texts for riders, in the language of `Accept-Language`. */
  readonly speaksToRiders?: true;
  /** It shows personal data in clear: so many requests a second, of all callers together, and so many at once. */
  readonly throttle?: { readonly rateLimit: number; readonly burstLimit: number };
  readonly body: Body;
  /** The good answers by status. */
  readonly answers: Given;
  /**
   * The codes of its problems by status, or the schema of a problem with members of its own. Those that any
   * endpoint can answer with (400, 403 `forbidden`, 413, 500) are left out.
   */
  readonly problems: Readonly<Record<number, readonly string[] | z.ZodType>>;
};

/** Keeps the exact types of a description, so that functions know their body, query, caller and answers. */
export function endpoint<
  const Name extends string,
  const Allowed extends Role,
  Body extends z.ZodType,
  Query extends z.ZodType,
  Given extends Answers,
>(description: Endpoint<Name, Allowed, Body, Query, Given>): Endpoint<Name, Allowed, Body, Query, Given> {
  return description;
}

/** A query string that may name the subaccount and nothing else. */
export const subaccountQuery = z.strictObject({
  subaccount_id: z
    .string()
    .optional()
    .describe('Services and admins name the subaccount here; riders and operators have theirs in the token.'),
});

export const noQuery = z.strictObject({});

/** For requests that carry no body; an empty object is let through. */
export const noBody = z.strictObject({});

/** The answer that has no body, as after a deletion. */
export const noContent = z.undefined();

export const customerProblems = { 404: ['customer_not_found', 'subaccount_not_found'] } as const;
export const subaccountProblems = { 404: ['subaccount_not_found'] } as const;
/** Of what changes something: others were changing the same all the while. */
export const busy = { 503: ['busy'] } as const;
/** Of what asks Stripe. */
export const stripeProblems = { 502: ['stripe_refused'], 503: ['busy', 'stripe_unavailable'] } as const;

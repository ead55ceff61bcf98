// The question that the console sends a browser to the issuer with: an authorization code by PKCE, RFC 6749 and 7636.
import * as z from 'zod';
import { consoleScope } from '../../../functions/contracts/console-config.ts';
import type { CodeRequest } from './sign-ins.ts';

/** The public client that the console of a run signs in as. */
export const consoleClientId = 'ridegate-console';

/** A question that can be answered by going back to who asked. */
export interface AuthorizationRequest extends CodeRequest {
  readonly state: string | undefined;
  readonly prompt: string | undefined;
}

export type ReadRequest =
  | { readonly outcome: 'good'; readonly request: AuthorizationRequest }
  /** Said to who asked, by going back. */
  | { readonly outcome: 'refused'; readonly location: string }
  /** Said here: nobody is sent to an address that isn't the console's. */
  | { readonly outcome: 'foreign'; readonly reason: string };

const parameters = z.object({
  response_type: z.literal('code', 'response_type must be code'),
  code_challenge: z.string().regex(/^[\w-]{43}$/, 'code_challenge must be the SHA-256 of a verifier'),
  code_challenge_method: z.literal('S256', 'code_challenge_method must be S256'),
  scope: z
    .string()
    .default(consoleScope)
    .refine(
      (scope) => scope.split(' ').every((name) => consoleScope.split(' ').includes(name)),
      `scope must be of ${consoleScope}`,
    ),
  nonce: z.string().optional(),
  state: z.string().optional(),
  prompt: z.enum(['none', 'login', 'select_account']).optional(),
});

/** @param addresses where the console may have people sent back to, to the letter */
export function readAuthorizationRequest(query: URLSearchParams, addresses: readonly string[]): ReadRequest {
  const redirectUri = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== consoleClientId)
    return { outcome: 'foreign', reason: `client_id must be ${consoleClientId}.` };
  if (!addresses.includes(redirectUri))
    return { outcome: 'foreign', reason: `redirect_uri must be ${addresses.join(' or ')}.` };
  const parsed = parameters.safeParse(Object.fromEntries(query));
  if (!parsed.success) {
    return {
      outcome: 'refused',
      location: backTo(redirectUri, {
        error: 'invalid_request',
        error_description: parsed.error.issues.map(({ message }) => message).join('; '),
        state: query.get('state') ?? undefined,
      }),
    };
  }
  const { code_challenge, scope, nonce, state, prompt } = parsed.data;
  return {
    outcome: 'good',
    request: { redirectUri, codeChallenge: code_challenge, scope, nonce, state, prompt },
  };
}

/** The console's address with an answer in its query. */
export function backTo(redirectUri: string, answer: Readonly<Record<string, string | undefined>>): string {
  const location = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    if (value !== undefined) location.searchParams.set(name, value);
  }
  return location.href;
}

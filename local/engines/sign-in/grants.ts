// What the console may bring to `POST /token`: a code with its verifier, or a refresh token.
import * as z from 'zod';
import { consoleClientId } from './authorization-request.ts';
import type { Grant, SignIns } from './sign-ins.ts';

const client_id = z.literal(consoleClientId, `client_id must be ${consoleClientId}`);

const grantRequest = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    client_id,
    code: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.string().regex(/^[\w.~-]{43,128}$/, 'must be 43 to 128 unreserved characters'),
  }),
  z.object({ grant_type: z.literal('refresh_token'), client_id, refresh_token: z.string() }),
]);

export type GrantAnswer =
  | { readonly outcome: 'granted'; readonly grant: Grant; readonly refreshToken: string }
  | { readonly outcome: 'refused'; readonly error: string; readonly description: string };

/** Whether a form of `POST /token` is about somebody's sign-in. */
export function isSignInGrant(form: URLSearchParams): boolean {
  return ['authorization_code', 'refresh_token'].includes(form.get('grant_type') ?? '');
}

/** Each answer brings a new refresh token, as Cognito's do for the console. */
export function answerGrant(form: URLSearchParams, signIns: SignIns): GrantAnswer {
  const parsed = grantRequest.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused('invalid_request', z.prettifyError(parsed.error));
  const asked = parsed.data;
  if (asked.grant_type === 'refresh_token') {
    const renewed = signIns.refresh(asked.refresh_token);
    return renewed === undefined
      ? refused('invalid_grant', 'The session has ended: sign in anew.')
      : { outcome: 'granted', ...renewed };
  }
  const grant = signIns.redeem(asked.code, asked.redirect_uri, asked.code_verifier);
  return grant === undefined
    ? refused('invalid_grant', 'The code is used up, too old, or was asked for by somebody else.')
    : { outcome: 'granted', grant, refreshToken: signIns.issueRefreshToken(grant) };
}

function refused(error: string, description: string): GrantAnswer {
  return { outcome: 'refused', error, description };
}

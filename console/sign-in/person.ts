// Who is signed in, read from the access token. It decides what is shown; what is allowed the API decides.

import * as z from 'zod/mini';

const claims = z.object({
  sub: z.string(),
  'cognito:groups': z.optional(z.array(z.string())),
  'custom:subaccount_id': z.optional(z.string()),
});

export type Person =
  /** Acts for one subaccount. */
  | { role: 'operator'; id: string; subaccountId: string }
  /** Reads all subaccounts, tunes their policies, and looks after dead letters. */
  | { role: 'admin'; id: string; subaccountId: null }
  /** Signed in, but neither of them: somebody forgot to give this account a group or a subaccount. */
  | { role: 'none'; id: string; subaccountId: null };

/** @throws where it is no JWT of ours */
export function personOf(accessToken: string): Person {
  const payload = accessToken.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
  const parsed = claims.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const groups = parsed['cognito:groups'] ?? [];
  const subaccountId = parsed['custom:subaccount_id'];
  const id = parsed.sub;
  if (groups.includes('admins')) return { role: 'admin', id, subaccountId: null };
  if (groups.includes('operators') && subaccountId !== undefined) {
    return { role: 'operator', id, subaccountId };
  }
  return { role: 'none', id, subaccountId: null };
}

// Talks to the issuer of tokens: authorization code with PKCE (RFC 7636), renewal and revocation.

import * as oauth from 'oauth4webapi';
import type { ConsoleConfig } from '../../functions/contracts/console-config.ts';

/** What was sent along to the sign-in page; the answer has to show the same state, and its ID token the same nonce. */
export type PendingSignIn = { state: string; nonce: string; verifier: string; returnTo: string };

export type Tokens = { access: string; refresh: string | null; expiresAtMs: number };

/** The issuer refused: the person said no, the code was stale, or the session is over. */
export class SignInRefused extends Error {}

/** An issuer that is slower counts as unreachable, so that nobody waits for ever, least of all to sign out. */
const patienceMs = 10_000;

/** Come back here; the same address must stand in the issuer's list. */
const redirectUri = (): string => `${location.origin}/`;

export function createIssuer(config: ConsoleConfig) {
  const server: oauth.AuthorizationServer = {
    issuer: config.issuer,
    authorization_endpoint: config.authorization_endpoint,
    token_endpoint: config.token_endpoint,
    ...(config.revocation_endpoint !== null && { revocation_endpoint: config.revocation_endpoint }),
  };
  const client: oauth.Client = { client_id: config.client_id };
  // The embedded run has no certificate; anywhere else the endpoints must be https.
  const options = {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, as it should
    [oauth.allowInsecureRequests]: location.protocol === 'http:',
    signal: () => AbortSignal.timeout(patienceMs),
  };

  return {
    /** The address of the sign-in page, and what to keep until somebody comes back from it. */
    prepare: async (returnTo: string, kind: 'page' | 'pop-up') => {
      const pending: PendingSignIn = {
        state: `${kind}.${oauth.generateRandomState()}`,
        nonce: oauth.generateRandomNonce(),
        verifier: oauth.generateRandomCodeVerifier(),
        returnTo,
      };
      const url = new URL(config.authorization_endpoint);
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: config.client_id,
        redirect_uri: redirectUri(),
        scope: config.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        // Beside a page one chooses who to be: somebody else's session at the issuer must not stand in the way.
        ...(kind === 'pop-up' && { prompt: 'login' }),
      }).toString();
      return { url: url.href, pending };
    },

    /** @throws SignInRefused where the answer is not to what was asked, or is a no */
    finish: (answer: URL, pending: PendingSignIn): Promise<Tokens> =>
      refusing(async () => {
        const parameters = oauth.validateAuthResponse(server, client, answer, pending.state);
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          oauth.None(),
          parameters,
          redirectUri(),
          pending.verifier,
          options,
        );
        const expected = { expectedNonce: pending.nonce, requireIdToken: true };
        return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response, expected));
      }),

    /** @throws SignInRefused where the session is over; anything else where the issuer can't be reached */
    renew: (refresh: string): Promise<Tokens> =>
      refusing(async () => {
        const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options);
        const tokens = tokensOf(await oauth.processRefreshTokenResponse(server, client, response));
        return { ...tokens, refresh: tokens.refresh ?? refresh };
      }),

    /** Best effort: the page that follows ends the session at the issuer anyway. */
    revoke: async (refresh: string): Promise<void> => {
      if (config.revocation_endpoint === null) return;
      await oauth.revocationRequest(server, client, oauth.None(), refresh, options).catch(() => undefined);
    },

    signOutUrl: (): string => {
      const url = new URL(config.end_session_endpoint);
      url.searchParams.set('client_id', config.client_id);
      url.searchParams.set(config.logout_parameter, redirectUri());
      return url.href;
    },
  };
}

export type Issuer = ReturnType<typeof createIssuer>;

async function refusing<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const isRefusal =
      error instanceof oauth.ResponseBodyError ||
      error instanceof oauth.AuthorizationResponseError ||
      error instanceof oauth.OperationProcessingError;
    throw isRefusal ? new SignInRefused('The issuer refused.', { cause: error }) : error;
  }
}

function tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? null,
    expiresAtMs: Date.now() + (answer.expires_in ?? 300) * 1000,
  };
}

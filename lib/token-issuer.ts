// Whose tokens the API accepts, and how the console gets some.
import type { ConsoleConfig } from '../functions/contracts/console-config.ts';
import type { Settings } from './settings.ts';

/** What the API's authorizer checks a token against. */
export interface TokenIssuer {
  readonly issuer: string;
  /** A token is good for the API if its `aud` (or, lacking one, its `client_id`) is among these. */
  readonly audience: readonly string[];
}

/** How the console signs in; all of it may be tokens that only a deployment knows. */
export interface ConsoleSignIn {
  readonly config: Omit<ConsoleConfig, 'scope' | 'image_origins'>;
  /** Where the console fetches and revokes tokens. */
  readonly tokenOrigins: readonly string[];
}

/** How the console signs in at an issuer of the platform's own, undefined where the settings don't tell. */
export const ownSignIn = (settings: Settings): ConsoleSignIn | undefined => {
  const { issuer, consoleClientId, consoleAuthorizationUrl, consoleTokenUrl, consoleLogoutUrl } = settings;
  if (
    issuer === undefined ||
    consoleClientId === undefined ||
    consoleAuthorizationUrl === undefined ||
    consoleTokenUrl === undefined ||
    consoleLogoutUrl === undefined
  ) {
    return undefined;
  }
  const { consoleRevocationUrl } = settings;
  return {
    config: {
      client_id: consoleClientId,
      authorization_endpoint: consoleAuthorizationUrl,
      token_endpoint: consoleTokenUrl,
      revocation_endpoint: consoleRevocationUrl ?? null,
      end_session_endpoint: consoleLogoutUrl,
      logout_parameter: 'post_logout_redirect_uri',
      issuer,
    },
    tokenOrigins: [
      ...new Set(
        [consoleTokenUrl, consoleRevocationUrl ?? consoleTokenUrl].map((url) => new URL(url).origin),
      ),
    ],
  };
};

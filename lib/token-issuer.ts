// Whose tokens the API accepts.

/** What the API's authorizer checks a token against. */
export interface TokenIssuer {
  readonly issuer: string;
  /** A token is good for the API if its `aud` (or, lacking one, its `client_id`) is among these. */
  readonly audience: readonly string[];
}

// What the operators' console is told when it starts: `/config.json`, written at deployment or by the embedded run.
// Zod's small build, as browsers load it.
import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));

export const consoleConfig = z.object({
  /** The public OAuth client that the console signs in as. */
  client_id: name,
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  /** Null where the issuer offers none: signing out then ends the session at the issuer alone. */
  revocation_endpoint: z.nullable(z.url()),
  /** Where signing out ends the session at the issuer. */
  end_session_endpoint: z.url(),
  /** What the issuer calls the address to come back to: Cognito has a name of its own. */
  logout_parameter: z.enum(['logout_uri', 'post_logout_redirect_uri']),
  /** As in the `iss` of the tokens. */
  issuer: z.url(),
  /** Asked for at sign-in, separated by blanks. */
  scope: name,
  /** Where images of documents come from: the console's Content-Security-Policy lets in these and no others. */
  image_origins: z.array(z.url()),
});

export type ConsoleConfig = z.infer<typeof consoleConfig>;

/** What every issuer is asked for: who somebody is. What he may do stands in the access token's claims. */
export const consoleScope = 'openid profile';

// POST /api/customers/{id}/identity-session: the open verification session of a customer, or a new one.

import { parseSettings, returnUrlEnv } from './contracts/env.ts';
import { toIso } from './contracts/identifiers.ts';
import { verificationEndpoints } from './contracts/endpoints/verification.ts';
import { actorOf, customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe, type StripePorts } from './shared/compose/stripe.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { startVerification, type StartVerificationDeps } from './use-cases/start-verification.ts';

type Deps = Omit<StartVerificationDeps, 'identity'> & {
  stripe: () => Promise<Pick<StripePorts, 'identity'>>;
  log: Log;
};

export function createStartIdentitySession({ stripe, log, ...deps }: Deps): HttpHandler {
  return httpEndpoint(
    log,
    verificationEndpoints.startIdentitySession,
    async ({ caller, id, body, query, answer }) => {
      const { identity } = await stripe();
      const started = await startVerification(
        { ...deps, identity },
        {
          ref: customerOf(caller, id, query.subaccount_id),
          actor: actorOf(caller),
          returnUrl: body.return_url ?? null,
          consent:
            body.biometric_consent === undefined
              ? null
              : { given: body.biometric_consent, version: body.biometric_consent_version ?? null },
        },
      );
      return answer(201, {
        client_secret: started.clientSecret,
        session_id: started.sessionId,
        ephemeral_key_secret: started.ephemeralKeySecret,
        url: started.url,
        expires_at: toIso(started.expiresAtMs),
      });
    },
  );
}

export const handler = lazily(() => {
  const { RETURN_URL_ALLOW_LIST } = parseSettings(returnUrlEnv, process.env, 'The environment');
  return createStartIdentitySession({
    ...composeStorage(composeVault()),
    ...composeEnvironment(),
    stripe: composeStripe(),
    allowedReturnUrls: RETURN_URL_ALLOW_LIST,
  });
});

// GET /api/customers/{id}/identity-report: shows an operator what a customer's document told.

import { identityDataEndpoints } from './contracts/endpoints/identity-data.ts';
import { revealRequest, toIdentityReportJson } from './contracts/identity-report.ts';
import { customerOf } from './shared/caller.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeIdentityData } from './shared/compose/identity-data.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe, type StripePorts } from './shared/compose/stripe.ts';
import { composeVault } from './shared/compose/vault.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { revealIdentity, type RevealIdentityDeps } from './use-cases/reveal-identity.ts';

type Deps = Omit<RevealIdentityDeps, 'identity'> & {
  stripe: () => Promise<Pick<StripePorts, 'identity'>>;
  log: Log;
};

export function createRevealIdentity({ stripe, log, ...deps }: Deps): HttpHandler {
  return httpEndpoint(log, identityDataEndpoints.revealIdentity, async ({ caller, id, query, answer }) => {
    const { identity } = await stripe();
    const ref = customerOf(caller, id, query.subaccount_id);
    const request = revealRequest(query);
    const report = await revealIdentity({ ...deps, identity }, ref, { ...request, userId: caller.userId });
    return answer(200, toIdentityReportJson(report, request));
  });
}

export const handler = lazily(() => {
  const vault = composeVault();
  return createRevealIdentity({
    ...composeStorage(vault),
    ...composeIdentityData(vault),
    ...composeEnvironment(),
    stripe: composeStripe(),
  });
});

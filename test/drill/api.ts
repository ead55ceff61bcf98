// Calls to a run's public API and to the simulator's steering, which outlast a power cut.

import { loopback } from '../../local/settings.ts';
import { clientOf } from '../e2e/http-client.ts';
import type { Site, SiteAnswer } from './site.ts';

/** A token of the run's issuer. */
export function tokenOf(site: Site, role: 'admin' | 'service'): Promise<string> {
  return clientOf(site.settings.ports.gateway).token(role);
}

export function callApi(
  site: Site,
  token: string,
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: object,
): Promise<SiteAnswer> {
  return site.insist(loopback(site.settings.ports.gateway) + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Steers the Stripe simulator. */
export function steer(site: Site, method: 'PUT' | 'POST', path: string, body: object): Promise<SiteAnswer> {
  return site.insist(`${loopback(site.settings.ports.stripe)}/simulator${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** @throws Error with the whole answer where its status is another */
export function expectStatus({ status, body }: SiteAnswer, wanted: readonly number[]): void {
  if (!wanted.includes(status)) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

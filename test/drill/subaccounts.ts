// The two subaccounts of a drill, with the policies that its riders come under.

import * as z from 'zod';
import { callApi, expectStatus, tokenOf } from './api.ts';
import type { Site } from './site.ts';

/** Asks everybody; only the first payment counts. */
export const askingAll = 'drill-all';
/** Asks by risk; each payment is assessed, so each payment's event has an effect. */
export const askingByRisk = 'drill-risk';

/** Submissions that both policies allow. */
export const maxAttempts = 5;

const policies = [
  [askingAll, { identity_verification_mode: 'all_users' }],
  [askingByRisk, { identity_verification_mode: 'risk_based', identity_risk_evaluation: 'every_charge' }],
] as const;

const versioned = z.object({ version: z.int() });

export async function provideSubaccounts(site: Site): Promise<void> {
  const token = await tokenOf(site, 'admin');
  const call = async (method: 'GET' | 'PUT', path: string, body?: object): Promise<unknown> => {
    const answer = await callApi(site, token, method, `/api/subaccounts/${path}`, body);
    expectStatus(answer, [200, 201]);
    return answer.body;
  };
  for (const [id, rules] of policies) {
    await call('PUT', id, { name: id, app_name: 'Drill' });
    const path = `${id}/identity-policy`;
    const { version } = versioned.parse(await call('GET', path));
    await call('PUT', path, { version, identity_max_attempts: maxAttempts, ...rules });
  }
}

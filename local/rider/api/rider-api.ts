// The three calls of the public API that a rider's app makes.
import * as z from 'zod';
import { riderCustomerJson } from '../../../functions/contracts/customer.ts';
import { identitySessionJson } from '../../../functions/contracts/identity-session.ts';
import { rideAllowedJson, rideBlockedProblem } from '../../../functions/contracts/ride-check.ts';
import type { Answer } from './fault.ts';
import type { Http } from './http.ts';

export type RideCheck = z.infer<typeof rideAnswer>;

// Only what the app uses, and any code, so that it runs on as the API grows.
const riderCustomer = riderCustomerJson
  .pick({ identity_status: true, identity_attempt_count: true, identity_last_error: true })
  .extend({ ride_gate: z.object({ allowed: z.boolean(), code: z.string() }) });
export type RiderCustomer = z.infer<typeof riderCustomer>;

export interface RiderApi {
  getCustomer(): Promise<Answer<RiderCustomer>>;
  /** Being blocked is an answer, not a fault. */
  checkRide(): Promise<Answer<RideCheck>>;
  /** @returns the address of the page that verifies, which leads back to `returnUrl` */
  startVerification(returnUrl: string): Promise<Answer<{ url: string }>>;
}

const rideAnswer = z.union([
  rideAllowedJson.pick({ allowed: true }),
  rideBlockedProblem.pick({ code: true }),
]);
const sessionWithUrl = identitySessionJson.pick({ url: true }).extend({ url: z.url() });

export function createRiderApi(http: Http, customerId: string): RiderApi {
  const path = `/api/customers/${encodeURIComponent(customerId)}`;
  return {
    getCustomer: () => http.send({ method: 'GET', path }, riderCustomer, [200]),
    checkRide: () => http.send({ method: 'POST', path: `${path}/ride-check` }, rideAnswer, [200, 403]),
    startVerification: (returnUrl) =>
      http.send(
        { method: 'POST', path: `${path}/identity-session`, body: { return_url: returnUrl } },
        sessionWithUrl,
        [201],
      ),
  };
}

// The three calls of the public API that a rider's app makes.
import * as z from 'zod';
import { riderCustomerJson, type RiderCustomerJson } from '../../../functions/contracts/customer.ts';
import { identitySessionJson } from '../../../functions/contracts/identity-session.ts';
import { rideAllowedJson, rideBlockedProblem } from '../../../functions/contracts/ride-check.ts';
import type { Answer } from './fault.ts';
import type { Http } from './http.ts';

export type RideCheck = z.infer<typeof rideAnswer>;

export interface RiderApi {
  getCustomer(): Promise<Answer<RiderCustomerJson>>;
  /** Being blocked is an answer, not a fault. */
  checkRide(): Promise<Answer<RideCheck>>;
  /** @returns the address of the page that verifies, which leads back to `returnUrl` */
  startVerification(returnUrl: string): Promise<Answer<{ url: string }>>;
}

const rideAnswer = z.union([rideAllowedJson, rideBlockedProblem]);
const sessionWithUrl = identitySessionJson.extend({ url: z.url() });

export function createRiderApi(http: Http, customerId: string): RiderApi {
  const path = `/api/customers/${encodeURIComponent(customerId)}`;
  return {
    getCustomer: () => http.send({ method: 'GET', path }, riderCustomerJson, [200]),
    checkRide: () => http.send({ method: 'POST', path: `${path}/ride-check` }, rideAnswer, [200, 403]),
    startVerification: (returnUrl) =>
      http.send(
        { method: 'POST', path: `${path}/identity-session`, body: { return_url: returnUrl } },
        sessionWithUrl,
        [201],
      ),
  };
}

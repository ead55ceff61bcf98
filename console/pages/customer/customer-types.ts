// The API's words for what this page is about.

import type { components } from '../../../client/api-types.ts';

export type CustomerFile = components['schemas']['CustomerFile'];
export type Customer = components['schemas']['Customer'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type IdentityReport = components['schemas']['IdentityReport'];
export type GateCode = CustomerFile['ride_gate']['code'];
export type Signal = CustomerFile['signals'][number];

/** Which customer a page is about. */
export type CustomerRef = { subaccountId: string; customerId: string };

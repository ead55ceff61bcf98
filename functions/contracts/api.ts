// Every endpoint of the HTTP API by its operation id: routes, OpenAPI document and generated tests come from here.

import { customerEndpoints } from './endpoints/customers.ts';
import { deadLetterEndpoints } from './endpoints/dead-letters.ts';
import { descriptionEndpoints } from './endpoints/description.ts';
import { deviceEndpoints } from './endpoints/devices.ts';
import { identityDataEndpoints } from './endpoints/identity-data.ts';
import { operationsEndpoints } from './endpoints/operations.ts';
import { operatorEndpoints } from './endpoints/operator-actions.ts';
import { policyEffectEndpoints } from './endpoints/policy-effects.ts';
import { subaccountEndpoints } from './endpoints/subaccounts.ts';
import { verificationEndpoints } from './endpoints/verification.ts';

export const endpoints = {
  ...customerEndpoints,
  ...verificationEndpoints,
  ...operatorEndpoints,
  ...identityDataEndpoints,
  ...deviceEndpoints,
  ...subaccountEndpoints,
  ...policyEffectEndpoints,
  ...deadLetterEndpoints,
  ...operationsEndpoints,
  ...descriptionEndpoints,
} as const;

/** The functions behind the API, by the names of their files. */
export type ApiFunctionName = (typeof endpoints)[keyof typeof endpoints]['name'];

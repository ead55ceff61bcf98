// Cognito's pre-token-generation trigger: access tokens carry which customer and subaccount a user is.
// Cognito puts custom attributes into ID tokens only, and the API is called with access tokens.

import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

const carriedAttributes = ['custom:customer_id', 'custom:subaccount_id'] as const;

/** A service's token (client credentials) has no user, so there is nothing to carry. */
export const handler = (
  event: PreTokenGenerationV2TriggerEvent,
): Promise<PreTokenGenerationV2TriggerEvent> => {
  const attributes = event.request.userAttributes;
  const claims = Object.fromEntries(
    carriedAttributes.flatMap((name) => {
      const value = attributes[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  event.response = {
    claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: claims } },
  };
  return Promise.resolve(event);
};

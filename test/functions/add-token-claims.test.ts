// Cognito's pre-token-generation trigger.

import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../functions/add-token-claims.ts';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html */
function tokenRequest(userAttributes: Record<string, string>): PreTokenGenerationV2TriggerEvent {
  return {
    version: '2',
    triggerSource: 'TokenGeneration_Authentication',
    region: 'us-east-1',
    userPoolId: 'us-east-1_Riders',
    userName: 'u-1',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'console' },
    request: {
      userAttributes: { sub: 'u-1', email: 'ada@example.com', ...userAttributes },
      groupConfiguration: { groupsToOverride: ['operators'], iamRolesToOverride: [], preferredRole: null },
      scopes: ['openid'],
    },
    response: { claimsAndScopeOverrideDetails: null },
  } as unknown as PreTokenGenerationV2TriggerEvent;
}

async function claimsFor(userAttributes: Record<string, string>): Promise<unknown> {
  const { response } = await handler(tokenRequest(userAttributes));
  return response.claimsAndScopeOverrideDetails.accessTokenGeneration?.claimsToAddOrOverride;
}

describe('an access token', () => {
  it('of a rider carries customer and subaccount, and nothing else of the user', async () => {
    const attributes = { 'custom:customer_id': 'ada', 'custom:subaccount_id': 'metro' };

    expect(await claimsFor(attributes)).toEqual(attributes);
  });

  it('of an operator carries the subaccount', async () => {
    expect(await claimsFor({ 'custom:subaccount_id': 'metro' })).toEqual({ 'custom:subaccount_id': 'metro' });
  });

  it('of an admin or a service carries neither', async () => {
    expect(await claimsFor({})).toEqual({});
  });

  it('keeps its groups and scopes', async () => {
    const { response } = await handler(tokenRequest({}));

    expect(response.claimsAndScopeOverrideDetails.groupOverrideDetails).toBeUndefined();
    expect(Object.keys(response.claimsAndScopeOverrideDetails.accessTokenGeneration ?? {})).toEqual([
      'claimsToAddOrOverride',
    ]);
  });
});

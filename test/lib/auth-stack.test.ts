import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize, templateOf } from './synthesized.ts';

const templates = synthesize({ riderCallbackUrls: 'ridegate://back, https://app.example/back' });
const auth = templateOf(templates, 'Auth');
const foreign = synthesize({ issuer: 'https://login.example/', audience: 'ridegate, riders' });

const appShape = z.object({
  Properties: z.object({ GenerateSecret: z.boolean(), WriteAttributes: z.array(z.string()) }),
});

const apps = Object.values(
  auth.findResources('AWS::Cognito::UserPoolClient', { Properties: { AllowedOAuthFlows: ['code'] } }),
).map((raw) => appShape.parse(raw).Properties);

describe('the user pool', () => {
  it('lets nobody sign up alone, and asks for long and mixed passwords', () => {
    auth.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
        },
      },
    });
  });

  it('survives mistakes', () => {
    auth.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    });
  });

  it('puts its claims into access tokens of users and of services alike', () => {
    auth.hasResourceProperties('AWS::Cognito::UserPool', {
      UserPoolTier: 'ESSENTIALS',
      LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V3_0', LambdaArn: Match.anyValue() } },
    });
    auth.hasResourceProperties('AWS::Lambda::Permission', { Principal: 'cognito-idp.amazonaws.com' });
  });

  it.each(['operators', 'admins'])('has the group %s', (GroupName) => {
    auth.hasResourceProperties('AWS::Cognito::UserPoolGroup', { GroupName });
  });
});

describe('the clients', () => {
  it('are a service with a secret and the scope ridegate/service', () => {
    auth.hasResourceProperties('AWS::Cognito::UserPoolResourceServer', {
      Identifier: 'ridegate',
      Scopes: [Match.objectLike({ ScopeName: 'service' })],
    });
    auth.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['client_credentials'],
      GenerateSecret: true,
      AllowedOAuthScopes: [{ 'Fn::Join': ['', [Match.anyValue(), '/service']] }],
    });
  });

  it('and two apps without a secret that use the authorization code', () => {
    expect(apps.map(({ GenerateSecret }) => GenerateSecret)).toEqual([false, false]);
    auth.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: ['ridegate://back', 'https://app.example/back'],
    });
  });

  it('let the console renew with each refresh token once, and stay signed in for twelve hours', () => {
    auth.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      // ALLOW_REFRESH_TOKEN_AUTH is refused beside it.
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      AccessTokenValidity: 30,
      RefreshTokenValidity: 720,
      EnableTokenRevocation: true,
    });
  });

  it('let no app write the ids of customer and subaccount that its token will carry', () => {
    expect(apps.map(({ WriteAttributes }) => WriteAttributes)).toEqual([
      ['locale', 'name'],
      ['locale', 'name'],
    ]);
  });
});

describe('the sign-in domain', () => {
  it('is unique by default, so that stages and accounts do not collide', () => {
    auth.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
      Domain: { 'Fn::Join': ['', ['ridegate-prod-', { Ref: 'AWS::AccountId' }]] },
    });
  });

  it('takes the prefix that was chosen', () => {
    templateOf(synthesize({ authDomainPrefix: 'rides' }), 'Auth').hasResourceProperties(
      'AWS::Cognito::UserPoolDomain',
      { Domain: 'rides' },
    );
  });
});

describe('given an issuer of the platform', () => {
  it('makes no Cognito at all, and trusts that issuer', () => {
    expect([...foreign.keys()]).not.toContain('Auth');
    expect(JSON.stringify([...foreign.values()])).not.toContain('AWS::Cognito');
    templateOf(foreign, 'Api').hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Issuer: 'https://login.example/', Audience: ['ridegate', 'riders'] },
    });
  });
});

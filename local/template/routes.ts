// Routes of the HTTP API with the function behind each and the authorizer in front of it.
import * as z from 'zod';
import type { Route } from './deployment.ts';
import { functionNameOf } from './functions.ts';
import { number, resourcesOf, unusable } from './resource-reader.ts';
import type { LocalResource } from './scope.ts';

const apiSchema = z.object({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: z.never('CORS is not set up').optional(),
});

const integrationSchema = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: number.default(30_000),
});

const authorizerSchema = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

const routeSchema = z.object({
  RouteKey: z.string(),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

export function readRoutes(resources: readonly LocalResource[]): readonly Route[] {
  resourcesOf(resources, ['AWS::ApiGatewayV2::Api'], apiSchema);
  const integrations = new Map(
    resourcesOf(resources, ['AWS::ApiGatewayV2::Integration'], integrationSchema).map((found) => [
      found.identity.ref,
      found.is,
    ]),
  );
  const authorizers = new Map(
    resourcesOf(resources, ['AWS::ApiGatewayV2::Authorizer'], authorizerSchema).map((found) => [
      found.identity.ref,
      found.is,
    ]),
  );
  return resourcesOf(resources, ['AWS::ApiGatewayV2::Route'], routeSchema).map((resource) => {
    const { is } = resource;
    const integration = integrations.get(is.Target.slice('integrations/'.length));
    if (integration === undefined) throw unusable(resource, `its target ${is.Target} does not exist.`);
    const jwt = authorizers.get(is.AuthorizerId ?? '')?.JwtConfiguration;
    if (is.AuthorizationType === 'JWT' && jwt === undefined) {
      throw unusable(resource, `its authorizer ${is.AuthorizerId ?? ''} does not exist.`);
    }
    return {
      key: is.RouteKey,
      functionName: functionNameOf(integration.IntegrationUri),
      timeoutMs: integration.TimeoutInMillis,
      authorizer:
        is.AuthorizationType === 'JWT' && jwt !== undefined
          ? { issuer: jwt.Issuer, audience: jwt.Audience }
          : undefined,
      scopes: is.AuthorizationScopes,
    };
  });
}

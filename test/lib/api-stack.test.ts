import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { apiRoutes } from '../../lib/api-routes.ts';
import { apiDocument } from '../support/api-document.ts';
import { synthesize, templateOf } from './synthesized.ts';

const { paths } = z
  .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .parse(apiDocument);

const api = templateOf(synthesize(), 'Api');
const [authorizerId] = Object.keys(api.findResources('AWS::ApiGatewayV2::Authorizer'));

describe('the routes', () => {
  it('are those of the OpenAPI document and no others', () => {
    const keys = Object.values(api.findResources('AWS::ApiGatewayV2::Route')).map(
      (route) =>
        z.object({ Properties: z.object({ RouteKey: z.string() }) }).parse(route).Properties.RouteKey,
    );
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(keys.toSorted()).toEqual(documented.toSorted());
  });

  it.each(apiRoutes.filter(({ needsToken }) => needsToken))('$method $path asks for a token', (route) => {
    const { method, path } = route;
    api.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: `${method} ${path}`,
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: authorizerId },
    });
  });

  it('none but the description of the API is open to anyone', () => {
    const open = apiRoutes.filter(({ needsToken }) => !needsToken).map(({ path }) => path);
    expect(open).toEqual(['/api/openapi.json']);
    api.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: 'GET /api/openapi.json',
      AuthorizationType: 'NONE',
      AuthorizerId: Match.absent(),
    });
  });

  it('those that show personal data let through less than all others', () => {
    const limits = { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 };
    api.hasResource('AWS::ApiGatewayV2::Stage', {
      Properties: {
        DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
        RouteSettings: {
          'GET /api/customers/{id}/identity-report': limits,
          'GET /api/customers/{id}/export': limits,
        },
      },
      DependsOn: Match.arrayWith([
        Match.stringLikeRegexp('customersidexport'),
        Match.stringLikeRegexp('identityreport'),
      ]),
    });
  });

  it.each(apiRoutes)('$method $path is answered by $functionName', ({ method, path, functionName }) => {
    const [fn] = Object.keys(
      api.findResources('AWS::Lambda::Function', {
        Properties: { Description: `RideGate prod: ${functionName}` },
      }),
    );
    const [integration] = Object.keys(
      api.findResources('AWS::ApiGatewayV2::Integration', {
        Properties: { IntegrationUri: { 'Fn::GetAtt': [fn, 'Arn'] }, PayloadFormatVersion: '2.0' },
      }),
    );
    api.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: `${method} ${path}`,
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: integration }]] },
    });
  });
});

describe('the authorizer', () => {
  it("trusts the user pool's tokens for its three clients", () => {
    api.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Issuer: { 'Fn::ImportValue': Match.stringLikeRegexp('RideGate-prod-Auth:.*ProviderURL') },
        Audience: [Match.anyValue(), Match.anyValue(), Match.anyValue()],
      },
    });
  });
});

describe('the stage', () => {
  it('is throttled', () => {
    api.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
    });
  });

  it('logs each request without paths, addresses, tokens or users', () => {
    const [stage] = Object.values(api.findResources('AWS::ApiGatewayV2::Stage'));
    const { Format } = z
      .object({ Properties: z.object({ AccessLogSettings: z.object({ Format: z.string() }) }) })
      .parse(stage).Properties.AccessLogSettings;
    const logged = Format.match(/\$context\.[\w.]+/g);
    expect(logged).toEqual([
      '$context.requestId',
      '$context.requestTime',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.integrationLatency',
      '$context.integrationErrorMessage',
      '$context.authorizer.error',
    ]);
  });
});

describe('other origins', () => {
  it('are refused by default', () => {
    api.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: Match.absent() });
  });

  it('are allowed where they were named', () => {
    const corsOrigins = 'https://console.example,http://localhost:5173';
    templateOf(synthesize({ corsOrigins }), 'Api').hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: Match.objectLike({
        AllowOrigins: ['https://console.example', 'http://localhost:5173'],
        AllowHeaders: ['authorization', 'content-type'],
      }),
    });
  });
});

it('raises an alarm when riders are blocked by server errors', () => {
  api.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: '5xx',
    AlarmDescription: Match.stringLikeRegexp('^Riders can not start rides'),
  });
});

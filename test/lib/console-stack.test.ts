// The console's stack: who may read its files, what CloudFront does with the API's, with which headers, and where pages
// that are no files lead to.
import { createContext, Script } from 'node:vm';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize, templateOf } from './synthesized.ts';

const templates = synthesize();
const stack = templateOf(templates, 'Console');
const ownIssuer = { issuer: 'https://login.example/', audience: 'ridegate' };
const ownSignIn = {
  ...ownIssuer,
  consoleClientId: 'console',
  consoleAuthorizationUrl: 'https://login.example/authorize',
  consoleTokenUrl: 'https://tokens.example/token',
  consoleLogoutUrl: 'https://login.example/logout',
};

const onlyResource = (type: string, of = stack): Record<string, unknown> => {
  const found = Object.values(of.findResources(type));
  expect(found).toHaveLength(1);
  return z.object({ Properties: z.record(z.string(), z.unknown()) }).parse(found[0]).Properties;
};

const distributionShape = z.object({
  DistributionConfig: z.looseObject({
    DefaultCacheBehavior: z.looseObject({}),
    CacheBehaviors: z.tuple([z.looseObject({ AllowedMethods: z.array(z.string()) })]),
  }),
});
const { DistributionConfig: distribution } = distributionShape.parse(
  onlyResource('AWS::CloudFront::Distribution'),
);

describe('the bucket of the console’s files', () => {
  it('is encrypted and closed to the public', () => {
    stack.hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it('is read by this one distribution alone, and by nobody without TLS', () => {
    const { Statement } = z
      .object({
        PolicyDocument: z.object({
          Statement: z.array(
            z.object({
              Effect: z.string(),
              Principal: z.unknown(),
              Action: z.unknown(),
              Condition: z.unknown(),
            }),
          ),
        }),
      })
      .parse(onlyResource('AWS::S3::BucketPolicy')).PolicyDocument;
    expect(Statement).toEqual([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Action: 's3:GetObject',
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() as unknown } },
      },
    ]);
    stack.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
  });
});

describe('the distribution', () => {
  it('speaks HTTP/3, and HTTPS alone', () => {
    expect(distribution).toMatchObject({
      HttpVersion: 'http2and3',
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', Compress: true },
      CacheBehaviors: [{ ViewerProtocolPolicy: 'https-only' }],
    });
  });

  it('keeps no log, as paths and query strings tell of customers', () => {
    expect(distribution).not.toHaveProperty('Logging');
  });

  it('changes no error: a 403 or 404 of the API reaches the console as it is', () => {
    expect(distribution).not.toHaveProperty('CustomErrorResponses');
  });

  it('has its own name by default, and with a certificate another', () => {
    expect(distribution).not.toHaveProperty('Aliases');
    const named = synthesize({
      consoleDomain: 'console.example.com',
      consoleCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
    });
    templateOf(named, 'Console').hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['console.example.com'],
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
      },
    });
    templateOf(named, 'Console').hasOutput('ConsoleUrl', { Value: 'https://console.example.com/' });
    templateOf(named, 'Auth').hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: Match.arrayWith(['https://console.example.com/']),
      LogoutURLs: Match.arrayWith(['https://console.example.com/']),
    });
  });
});

describe('below /api/', () => {
  const [api] = distribution.CacheBehaviors;

  it('the API answers every method, from no cache and with no function in between', () => {
    expect(api).toMatchObject({
      PathPattern: '/api/*',
      // Managed-CachingDisabled
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    });
    expect(api.AllowedMethods.toSorted()).toEqual([
      'DELETE',
      'GET',
      'HEAD',
      'OPTIONS',
      'PATCH',
      'POST',
      'PUT',
    ]);
    expect(api).not.toHaveProperty('FunctionAssociations');
  });

  it('it gets all that the browser sends but the host', () => {
    // Managed-AllViewerExceptHostHeader
    expect(api).toMatchObject({ OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac' });
  });

  it('answers that have no headers of their own keep browsers on HTTPS too', () => {
    // Managed-SecurityHeadersPolicy, which leaves a header that is there as it is
    expect(api).toMatchObject({ ResponseHeadersPolicyId: '67f7725c-6f97-4210-82d7-5512b31e9d03' });
  });

  it('it is called at its own address with TLS', () => {
    stack.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Origins: Match.arrayWith([
          Match.objectLike({
            DomainName: {
              'Fn::Join': [
                '',
                [
                  { 'Fn::ImportValue': Match.stringLikeRegexp('RideGate-prod-Api:.*HttpApi') },
                  '.execute-api.',
                  { Ref: 'AWS::Region' },
                  '.',
                  { Ref: 'AWS::URLSuffix' },
                ],
              ],
            },
            CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
          }),
        ]),
      },
    });
  });
});

describe('a page', () => {
  const { FunctionCode } = z
    .object({ FunctionCode: z.string() })
    .parse(onlyResource('AWS::CloudFront::Function'));
  const context = createContext({});
  new Script(FunctionCode).runInContext(context);
  const rewritten = (uri: string): unknown => {
    Object.assign(context, { event: { request: { uri, headers: {} } } });
    return new Script('handler(event).uri').runInContext(context);
  };

  it.each([
    '/',
    '/operations',
    '/subaccounts/metro/customers',
    '/subaccounts/metro/customers/rider.42',
    '/subaccounts/metro/customers/nora@metro.example',
    '/subaccounts/metro.eu/policy',
    '/assets',
    '/apis',
    '//evil.example/x.js',
  ])('%s is index.html', (uri) => {
    expect(rewritten(uri)).toBe('/index.html');
  });

  it.each(['/index.html', '/config.json', '/icon.svg', '/assets/main-1a2b3c4d.js', '/assets/missing.css'])(
    '%s is a file',
    (uri) => {
      expect(rewritten(uri)).toBe(uri);
    },
  );
});

describe('the headers', () => {
  const shape = z.object({
    ResponseHeadersPolicyConfig: z.object({
      SecurityHeadersConfig: z.looseObject({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.unknown(), Override: z.literal(true) }),
      }),
      CustomHeadersConfig: z.object({
        Items: z.array(z.object({ Header: z.string(), Value: z.string(), Override: z.literal(true) })),
      }),
    }),
  });
  const headersOf = (of = stack) =>
    shape.parse(onlyResource('AWS::CloudFront::ResponseHeadersPolicy', of)).ResponseHeadersPolicyConfig;
  const policyOf = (of = stack): string => {
    const value = headersOf(of).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };

  it('let in no script, style or frame of others, and nothing unsafe', () => {
    const policy = policyOf();
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).toContain("img-src 'self' data: https://files.stripe.com;");
    expect(policy).not.toMatch(/unsafe-|\*|http:/);
  });

  it('let the console reach its own origin and where tokens come from', () => {
    expect(policyOf()).toMatch(/connect-src 'self' https:.*RideGate-prod-Auth:.*\.amazoncognito\.com/);
    const own = templateOf(
      synthesize({ ...ownSignIn, consoleRevocationUrl: 'https://revoke.example/' }),
      'Console',
    );
    expect(policyOf(own)).toContain("connect-src 'self' https://tokens.example https://revoke.example;");
  });

  it('keep it on HTTPS, out of frames and apart from other windows', () => {
    const { SecurityHeadersConfig, CustomHeadersConfig } = headersOf();
    expect(SecurityHeadersConfig).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, Override: true },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
    });
    expect(CustomHeadersConfig.Items.map(({ Header }) => Header)).toEqual([
      'permissions-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
    ]);
  });

  it('come with every file', () => {
    expect(distribution.DefaultCacheBehavior).toHaveProperty('ResponseHeadersPolicyId');
  });
});

describe('the files', () => {
  it('are kept for good where their name has their hash, and asked for anew where it has not', () => {
    stack.hasResourceProperties('Custom::CDKBucketDeployment', {
      DestinationBucketKeyPrefix: 'assets',
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
      Prune: false,
    });
    stack.hasResourceProperties('Custom::CDKBucketDeployment', {
      DestinationBucketKeyPrefix: Match.absent(),
      SystemMetadata: { 'cache-control': 'no-cache' },
      Prune: false,
    });
  });

  it('come with a config.json that is filled in at deployment', () => {
    stack.hasResourceProperties('Custom::CDKBucketDeployment', {
      SourceMarkers: [{}, Match.anyValue()],
    });
    const filledIn = JSON.stringify(stack.findResources('Custom::CDKBucketDeployment'));
    expect(filledIn).toContain('OperatorConsole');
    expect(filledIn).toMatch(/RideGate-prod-Auth:.*ProviderURL/);
  });
});

describe('given an issuer of the platform', () => {
  it('there is no console until it is known how to sign in', () => {
    expect([...synthesize(ownIssuer).keys()]).not.toContain('Console');
  });

  it('it is deployed with that sign-in', () => {
    expect([...synthesize(ownSignIn).keys()]).toContain('Console');
  });
});

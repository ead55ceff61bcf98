// The operators' console: its files in a bucket that only CloudFront reaches, and the API beside them on one origin.
import { CfnOutput, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode as EdgeCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type ConsoleConfig, consoleScope } from '../functions/contracts/console-config.ts';
import { consoleFilePath } from '../functions/contracts/console-headers.ts';
import { createConsoleBucket, deployConsole } from './constructs/console-files.ts';
import { createConsoleHeaders } from './constructs/console-headers.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import type { ConsoleSignIn } from './token-issuer.ts';

interface ConsoleStackProps extends RideGateStackProps {
  /** What console/build.ts made, the same for every stage. */
  readonly consoleFolder: string;
  readonly apiDomain: string;
  readonly signIn: ConsoleSignIn;
}

// Pages have no file of their own. Not done by an error response, which would hide the API's own 403 and 404.
const pageRewrite = `function handler(event) {
  var request = event.request;
  if (!${String(consoleFilePath)}.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

/** The console and, below /api/, the HTTP API. Where Stripe's files come from follows the settings. */
export class ConsoleStack extends RideGateStack {
  constructor(scope: Construct, props: ConsoleStackProps) {
    super(scope, 'Console', props, 'operators’ console');
    const { consoleDomain, stripeApiUrl } = props.settings;
    const imageOrigins = [
      stripeApiUrl === undefined ? 'https://files.stripe.com' : new URL(stripeApiUrl).origin,
    ];
    const bucket = createConsoleBucket(this);
    const distribution = this.createDistribution(bucket, props, imageOrigins);
    const config: ConsoleConfig = {
      ...props.signIn.config,
      scope: consoleScope,
      image_origins: imageOrigins,
    };
    deployConsole(this, bucket, props.consoleFolder, config);
    new CfnOutput(this, 'ConsoleUrl', {
      value: `https://${consoleDomain ?? distribution.distributionDomainName}/`,
    });
    // What a DNS record of one's own points to.
    new CfnOutput(this, 'ConsoleTarget', { value: distribution.distributionDomainName });
  }

  private createDistribution(
    bucket: IBucket,
    { apiDomain, signIn }: ConsoleStackProps,
    imageOrigins: readonly string[],
  ): Distribution {
    const { consoleDomain, consoleCertificateArn, stage } = this.settings;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `RideGate ${stage}: operators' console`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // All edge locations (the default price class): a console's traffic costs cents wherever operators are.
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: createConsoleHeaders(this, {
          images: imageOrigins,
          tokens: signIn.tokenOrigins,
        }),
        functionAssociations: [
          { eventType: FunctionEventType.VIEWER_REQUEST, function: this.createPageRewrite() },
        ],
      },
      additionalBehaviors: { '/api/*': apiBehavior(apiDomain) },
      ...(consoleDomain !== undefined &&
        consoleCertificateArn !== undefined && {
          domainNames: [consoleDomain],
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          certificate: Certificate.fromCertificateArn(this, 'Certificate', consoleCertificateArn),
        }),
    });
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Operators travel; who may do what is in their tokens.' },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'The files are public code. The API throttles and checks tokens itself, as at its own address.',
      },
      {
        id: 'AwsSolutions-CFR3',
        reason:
          'Standard logs hold paths, query strings and addresses: customers’ ids, the reasons of reveals, ' +
          'operators’ IPs. The API’s own log tells of each request without them, and the audit trail who did what.',
      },
    );
    if (consoleDomain === undefined) {
      Validations.of(distribution).acknowledge({
        id: 'AwsSolutions-CFR4',
        reason:
          'CloudFront’s own name can’t be told a version of TLS; with consoleDomain it is 1.2 or later.',
      });
    }
    return distribution;
  }

  private createPageRewrite(): EdgeFunction {
    return new EdgeFunction(this, 'Pages', {
      code: EdgeCode.fromInline(pageRewrite),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Every page of the console is index.html',
    });
  }
}

// No cache, and all that the browser sends but the host, by which API Gateway knows the API.
const apiBehavior = (apiDomain: string): BehaviorOptions => ({
  origin: new HttpOrigin(apiDomain, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
  }),
  // Not redirected: a token that was sent without encryption should be noticed.
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  // Functions' answers have stricter ones, which stay; those that API Gateway gives by itself have none.
  responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
});

// The HTTP API: routes, token check, throttling, access log, and the functions behind it.
import { CfnOutput, Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { createApiFunction, type ApiFunctionProps } from './api-functions.ts';
import { apiRoutes, type ApiRoute } from './api-routes.ts';
import { countedMetric } from './constructs/counted-metric.ts';
import { alarmPeriod, ImpactAlarm } from './constructs/impact-alarm.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import type { TokenIssuer } from './token-issuer.ts';

export interface ApiStackProps extends RideGateStackProps, ApiFunctionProps {
  readonly tokenIssuer: TokenIssuer;
  readonly alarmTopic: ITopic;
}

// Route templates instead of paths, and no address: customer ids and IPs are personal data.
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    request_id: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    response_ms: '$context.responseLatency',
    integration_ms: '$context.integrationLatency',
    integration_error: '$context.integrationErrorMessage',
    authorizer_error: '$context.authorizer.error',
  }),
);

/** Limits of routes, which CDK's own stage doesn't know. */
const throttleRoutes = (
  stage: HttpStage,
  limits: ReadonlyMap<string, NonNullable<ApiRoute['throttle']>>,
): void => {
  const resource = stage.node.defaultChild;
  if (!(resource instanceof CfnStage)) throw new Error('The stage is none of CloudFormation.');
  resource.routeSettings = Object.fromEntries(
    [...limits].map(([route, { rateLimit, burstLimit }]) => [
      route,
      { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
    ]),
  );
};

/** The API that fleet backends, rider apps and the console call. All but its own description needs a token. */
export class ApiStack extends RideGateStack {
  /** The host that answers; the console's distribution sends `/api/…` there. */
  readonly apiDomain: string;

  constructor(scope: Construct, props: ApiStackProps) {
    super(scope, 'Api', props, 'HTTP API');
    const api = this.createApi(props.tokenIssuer);
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      // One loud client can't use up the account's share of API Gateway and Lambda.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.THREE_MONTHS }),
        ),
        format: accessLogFormat,
      },
    });
    const throttled = new Map<string, NonNullable<ApiRoute['throttle']>>();
    for (const { method, path, functionName, needsToken, throttle } of apiRoutes) {
      const fn = createApiFunction(this, functionName, props);
      const [route] = api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: new HttpLambdaIntegration(`${fn.node.id}Integration`, fn),
        ...(!needsToken && { authorizer: new HttpNoneAuthorizer() }),
      });
      if (route === undefined) continue;
      if (throttle !== undefined) {
        throttled.set(`${method} ${path}`, throttle);
        // CloudFormation refuses settings of a route that it hasn't made yet.
        stage.node.addDependency(route);
      }
      if (needsToken) continue;
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'It describes the API to anyone and holds no data.',
      });
    }
    throttleRoutes(stage, throttled);
    new ImpactAlarm(this, 'PersonalDataShown', {
      metric: countedMetric(this.settings, 'PersonalDataShown', Duration.hours(1)),
      threshold: 200,
      impact:
        'Many riders’ documents were opened or exported within an hour: perhaps somebody is taking data out with an ' +
        'operator’s account. The audit trail of each customer names who, when and why; sign that account out first.',
      topic: props.alarmTopic,
    });
    new ImpactAlarm(this, 'ApiErrors', {
      metric: api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      threshold: 5,
      impact: 'Riders can not start rides: the gate fails closed, and the API answers with server errors.',
      topic: props.alarmTopic,
    });
    this.apiDomain = `${api.apiId}.execute-api.${this.region}.${this.urlSuffix}`;
    new CfnOutput(this, 'ApiUrl', { value: stage.url });
    // What `npm run dead-letters` works on, beside the table.
    new CfnOutput(this, 'DeadLetterQueueUrl', { value: props.deadLetterQueue.queueUrl });
    new CfnOutput(this, 'BacklogQueueUrl', { value: props.backlogQueue.queueUrl });
  }

  private createApi({ issuer, audience }: TokenIssuer): HttpApi {
    const { corsOrigins, stage } = this.settings;
    return new HttpApi(this, 'HttpApi', {
      apiName: `RideGate-${stage}`,
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: [...audience] }),
      ...(corsOrigins.length > 0 && {
        corsPreflight: {
          allowOrigins: corsOrigins,
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT, CorsHttpMethod.DELETE],
          allowHeaders: ['authorization', 'content-type'],
          maxAge: Duration.hours(1),
        },
      }),
    });
  }
}

// A small app with one of everything that the run sets up: a table with a relay, routes, and a Function URL.
import { lambdaResource } from './fixture-app.ts';

export const sampleHandlers = {
  echo: 'export const handler = (event) => event;',
  answer: `export const handler = async (event) => {
    switch (event.pathParameters.how) {
      case 'structured': return { statusCode: 201, headers: { 'X-Own': 'yes', 'Content-Type': 'text/html' }, cookies: ['a=1', 'b=2'], body: '<p>' };
      case 'binary': return { statusCode: 200, headers: { 'content-type': 'image/png' }, isBase64Encoded: true, body: 'AAECAw==' };
      case 'bare': return { bare: true };
      case 'broken-header': return { statusCode: 200, headers: { 'x-a': 'b\\r\\nx-injected: yes' }, body: 'x' };
      case 'broken-status': return { statusCode: 'fine' };
      case 'slow': return new Promise(() => {});
      default: throw new Error('secret detail');
    }
  };`,
  // A relay as RideGate's own, with the SDK left to plain HTTP so that the fixture needs no bundling.
  relay: `export const handler = async ({ Records }) => {
    for (const { dynamodb } of Records) {
      const form = new URLSearchParams({ Action: 'Publish', TopicArn: process.env.TOPIC_ARN, Message: dynamodb.NewImage.push.S });
      const response = await fetch(process.env.AWS_ENDPOINT_URL_SNS, { method: 'POST', body: form });
      if (!response.ok) throw new Error(await response.text());
    }
  };`,
};

const integration = (fn: string, timeout = 30_000) => ({
  Type: 'AWS::ApiGatewayV2::Integration',
  Properties: {
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: { 'Fn::GetAtt': [fn, 'Arn'] },
    PayloadFormatVersion: '2.0',
    TimeoutInMillis: timeout,
  },
});
const route = (key: string, target: string, authorizer?: string) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    RouteKey: key,
    Target: { 'Fn::Join': ['/', ['integrations', { Ref: target }]] },
    ...(authorizer === undefined ? {} : { AuthorizationType: 'JWT', AuthorizerId: { Ref: authorizer } }),
  },
});

export const sampleResources = (tokenPort: number) => ({
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'rides',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    },
  },
  Topic: { Type: 'AWS::SNS::Topic' },
  Relay: lambdaResource('relay', { TOPIC_ARN: { Ref: 'Topic' } }),
  Outbox: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, FunctionName: { Ref: 'Relay' } },
  },
  Echo: lambdaResource('echo'),
  Answer: lambdaResource('answer'),
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  Tokens: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: `http://127.0.0.1:${tokenPort}`, Audience: ['ridegate'] },
    },
  },
  EchoIntegration: integration('Echo'),
  AnswerIntegration: integration('Answer', 500),
  OpenRoute: route('ANY /echo/{id}', 'EchoIntegration'),
  GuardedRoute: route('POST /guarded', 'EchoIntegration', 'Tokens'),
  AnswerRoute: route('GET /answer/{how}', 'AnswerIntegration'),
  Url: {
    Type: 'AWS::Lambda::Url',
    Properties: { TargetFunctionArn: { 'Fn::GetAtt': ['Echo', 'Arn'] }, AuthType: 'NONE' },
  },
});

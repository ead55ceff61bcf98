import { describe, expect, test } from 'vitest';
import { portsFrom } from '../../../local/settings.ts';
import type { Deployment } from '../../../local/template/deployment.ts';
import { planDeployment } from '../../../local/template/plan.ts';
import { readAssembly } from '../../../local/template/read.ts';
import { lambdaResource, writeApp } from '../support/fixture-app.ts';
import { tempFolder } from '../support/temp-folder.ts';

function plan(stacks: Parameters<typeof writeApp>[1]): Deployment {
  return planDeployment(readAssembly(writeApp(tempFolder(), stacks)), portsFrom(4600));
}

const handlers = { work: 'export const handler = () => 1;' };

describe('the templates of an app', () => {
  test('hand the name of a stored thing from one stack to a function of another', () => {
    const { functions, tables } = plan({
      Data: {
        resources: {
          Table0123ABCD: {
            Type: 'AWS::DynamoDB::Table',
            Properties: {
              KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
              AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
            },
          },
        },
        outputs: {
          Out: {
            Value: { Ref: 'Table0123ABCD' },
            Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Table' } },
          },
        },
      },
      Api: {
        handlers,
        resources: { Work: lambdaResource('work', { TABLE_NAME: { 'Fn::ImportValue': 'Data:Table' } }) },
      },
    });
    expect(tables.map(({ name }) => name)).toEqual(['Data-Table']);
    expect(functions[0]?.environment).toEqual({ TABLE_NAME: 'Data-Table' });
  });

  test('name the applications at the push services by the ARN that their custom resource is given', () => {
    const { pushApplicationArns } = plan({
      Notification: {
        resources: {
          Fcm: {
            Type: 'Custom::PushApplication',
            Properties: {
              ServiceToken: 'arn:aws:lambda:us-east-1:000000000000:function:provide',
              ApplicationArn: {
                'Fn::Sub': 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:app/GCM/RideGate-prod',
              },
            },
          },
        },
      },
    });
    expect(pushApplicationArns).toEqual(['arn:aws:sns:us-east-1:000000000000:app/GCM/RideGate-prod']);
  });

  test('give a queue the address that the SDK sends to, and its redrive policy', () => {
    const { queues } = plan({
      Queues: {
        resources: {
          Dead: { Type: 'AWS::SQS::Queue' },
          Work: {
            Type: 'AWS::SQS::Queue',
            Properties: {
              VisibilityTimeout: 90,
              RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 },
            },
          },
        },
      },
    });
    expect(queues[1]).toEqual({
      name: 'Queues-Work',
      url: 'http://127.0.0.1:4605/000000000000/Queues-Work',
      arn: 'arn:aws:sqs:us-east-1:000000000000:Queues-Work',
      attributes: {
        VisibilityTimeout: '90',
        RedrivePolicy:
          '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:Queues-Dead","maxReceiveCount":5}',
      },
    });
  });

  test('tell their outputs, as operators read them of a deployed stack', () => {
    const { outputs } = plan({
      Queues: {
        conditions: { Hosted: { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, '123456789012'] } },
        resources: { Dead: { Type: 'AWS::SQS::Queue' } },
        outputs: {
          DeadUrl: { Value: { Ref: 'Dead' } },
          Gone: { Value: 'gone', Condition: 'Hosted' },
        },
      },
    });
    expect(outputs).toEqual({
      Queues: { DeadUrl: 'http://127.0.0.1:4605/000000000000/Queues-Dead' },
    });
  });

  test('leave out what a condition excludes', () => {
    const { queues } = plan({
      Queues: {
        conditions: { Hosted: { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, '123456789012'] } },
        resources: {
          Kept: { Type: 'AWS::SQS::Queue' },
          Gone: { Type: 'AWS::SQS::Queue', Condition: 'Hosted' },
        },
      },
    });
    expect(queues.map(({ name }) => name)).toEqual(['Queues-Kept']);
  });

  test('tell which function is behind a route, and which tokens it wants', () => {
    const { routes } = plan({
      Api: {
        handlers,
        resources: {
          Work: lambdaResource('work'),
          HttpApi: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP', Name: 'api' } },
          Tokens: {
            Type: 'AWS::ApiGatewayV2::Authorizer',
            Properties: {
              AuthorizerType: 'JWT',
              IdentitySource: ['$request.header.Authorization'],
              JwtConfiguration: { Issuer: 'http://127.0.0.1:4603', Audience: ['ridegate'] },
            },
          },
          Integration: {
            Type: 'AWS::ApiGatewayV2::Integration',
            Properties: {
              IntegrationType: 'AWS_PROXY',
              IntegrationUri: { 'Fn::GetAtt': ['Work', 'Arn'] },
              PayloadFormatVersion: '2.0',
            },
          },
          Route: {
            Type: 'AWS::ApiGatewayV2::Route',
            Properties: {
              RouteKey: 'GET /things/{id}',
              Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
              AuthorizationType: 'JWT',
              AuthorizerId: { Ref: 'Tokens' },
            },
          },
        },
      },
    });
    expect(routes).toEqual([
      {
        key: 'GET /things/{id}',
        functionName: 'Api-Work',
        timeoutMs: 30_000,
        authorizer: { issuer: 'http://127.0.0.1:4603', audience: ['ridegate'] },
        scopes: [],
      },
    ]);
  });

  test.each([
    [
      'an unknown type, with its logical id',
      { Bucket: { Type: 'AWS::S3::Bucket' } },
      /AWS::S3::Bucket Bucket \(stack App\)/,
    ],
    [
      'a property that can not be set up',
      { Fifo: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } },
      /AWS::SQS::Queue Fifo of stack App: .*FIFO queues are not supported/s,
    ],
    [
      'code that was not synthesized',
      { Work: lambdaResource('elsewhere') },
      /Work of stack App: its code elsewhere\.zip is not among the synthesized assets/,
    ],
    [
      'a reference to what is not there',
      { Work: lambdaResource('work', { QUEUE_URL: { Ref: 'Missing' } }) },
      /stack App names a missing resource or parameter Missing/,
    ],
    [
      'an event source that is not there',
      {
        Work: lambdaResource('work'),
        Source: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: 'arn:aws:sqs:us-east-1:0:gone', FunctionName: { Ref: 'Work' } },
        },
      },
      /App-Source reads arn:aws:sqs:us-east-1:0:gone/,
    ],
  ])('are refused for %s', (_name, resources, message) => {
    expect(() => plan({ App: { resources, handlers } })).toThrow(message);
  });

  test('may put a function behind several queues, each with as many copies as it says', () => {
    const source = (queue: string, copies: number) => ({
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': [queue, 'Arn'] },
        FunctionName: { Ref: 'Work' },
        ScalingConfig: { MaximumConcurrency: copies },
      },
    });
    const { queueSources } = plan({
      App: {
        handlers,
        resources: {
          Fresh: { Type: 'AWS::SQS::Queue' },
          Backlog: { Type: 'AWS::SQS::Queue' },
          Work: lambdaResource('work'),
          FromFresh: source('Fresh', 5),
          FromBacklog: source('Backlog', 2),
        },
      },
    });
    expect(queueSources).toMatchObject([
      { functionName: 'App-Work', queueArn: expect.stringMatching(/App-Fresh$/) as string, concurrency: 5 },
      { functionName: 'App-Work', queueArn: expect.stringMatching(/App-Backlog$/) as string, concurrency: 2 },
    ]);
  });

  test('may hold what means nothing on one machine', () => {
    const { functions } = plan({
      App: {
        resources: {
          Role: { Type: 'AWS::IAM::Role', Properties: { Anything: { 'Fn::Transform': 'unknown' } } },
          Alarm: { Type: 'AWS::CloudWatch::Alarm' },
        },
      },
    });
    expect(functions).toEqual([]);
  });
});

// How an operator's command finds a deployed stage: through CloudFormation's outputs, with the SDK's own settings.

import { createServer, type Server } from 'node:http';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { toStripeEventMessage } from '../../functions/contracts/messages.ts';
import { openDeployment } from '../../operate/deployment.ts';
import { newId } from '../adapters/contracts/samples.ts';
import { freePort } from '../adapters/support/free-port.ts';
import { startTestMessaging, type TestMessaging } from '../adapters/support/messaging.ts';
import { aStripeEvent } from '../support/builders.ts';

let engine: TestMessaging;
let cloudFormation: Server;
/** Outputs by stack, as CloudFormation knows them. */
const stacks = new Map<string, Record<string, string>>();

beforeAll(async () => {
  engine = await startTestMessaging();
  const port = await freePort();
  cloudFormation = createServer((request, response) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const outputs = stacks.get(new URLSearchParams(body).get('StackName') ?? '');
      response.writeHead(outputs === undefined ? 400 : 200, { 'content-type': 'text/xml' });
      response.end(outputs === undefined ? noSuchStack : describedStack(outputs));
    });
  }).listen(port, '127.0.0.1');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_ENDPOINT_URL_CLOUDFORMATION', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', engine.endpoint);
});
afterEach(() => {
  stacks.clear();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  cloudFormation.close();
  await engine.close();
});

const noSuchStack =
  '<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>' +
  '<Code>ValidationError</Code><Message>Stack with id x does not exist</Message></Error></ErrorResponse>';

function describedStack(outputs: Record<string, string>): string {
  const members = Object.entries(outputs).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return (
    '<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult>' +
    `<Stacks><member><Outputs>${members.join('')}</Outputs></member></Stacks>` +
    '</DescribeStacksResult></DescribeStacksResponse>'
  );
}

it('the queues are those of the stage’s outputs', async () => {
  const dead = engine.addQueue(newId('dead'));
  const backlog = engine.addQueue(newId('backlog'));
  stacks.set('RideGate-test-Data', { TableName: 'RideGate-test' });
  stacks.set('RideGate-test-Api', { DeadLetterQueueUrl: dead.url, BacklogQueueUrl: backlog.url });
  const MessageBody = JSON.stringify(toStripeEventMessage(aStripeEvent()));
  await engine.sqs.send(new SendMessageCommand({ QueueUrl: dead.url, MessageBody }));

  const { deadLetters } = await openDeployment({ kind: 'stage', stage: 'test' }, {});
  await deadLetters.moveToBacklog(await deadLetters.receive());

  expect((await engine.receive(backlog))?.Body).toBe(MessageBody);
});

it('a stage that isn’t there is named', async () => {
  await expect(openDeployment({ kind: 'stage', stage: 'tset' }, {})).rejects.toThrow(
    /^There is no stack RideGate-tset-(Data|Api) in this AWS account and region: check --stage/,
  );
});

it('a stage that was deployed before there were such outputs is to be deployed anew', async () => {
  stacks.set('RideGate-old-Data', { TableName: 'RideGate-old' });
  stacks.set('RideGate-old-Api', {});

  await expect(openDeployment({ kind: 'stage', stage: 'old' }, {})).rejects.toThrow(
    'The deployment is older than this command (no output DeadLetterQueueUrl)',
  );
});

it('an embedded run that doesn’t run is to be started', async () => {
  const port = String(await freePort());

  await expect(openDeployment({ kind: 'local' }, { RIDEGATE_PORT: port })).rejects.toThrow(
    `No embedded run answers at http://127.0.0.1:${port}: start one with \`npm start\``,
  );
});

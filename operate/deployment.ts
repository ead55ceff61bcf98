// Finds the queues and the table that a command works on, and reaches them with the operator's own rights.

import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { createCustomerRepository } from '../functions/adapters/dynamodb/customer-repository.ts';
import { createTable } from '../functions/adapters/dynamodb/table.ts';
import { createRedrivableDeadLetterQueue } from '../functions/adapters/sqs/dead-letter-queue.ts';
import type { RedriveDeps } from '../functions/use-cases/redrive-dead-letters.ts';
import type { Place } from './command.ts';
import { OperatorFailure } from './failure.ts';

/** A look of thousands takes minutes. One that is killed hides them for as long; one that is stopped doesn't. */
const holdSeconds = 15 * 60;

/** As the CDK app names its stacks. */
const stackName = (stage: string, part: string): string => `RideGate-${stage}-${part}`;

/** The embedded run deploys the default stage. */
const localStage = 'prod';

type ClientConfig = {
  region?: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
};

type Found = {
  outputsOf: (part: string) => Promise<Readonly<Record<string, string>>>;
  dynamodb: ClientConfig;
  sqs: ClientConfig;
};

/** @throws OperatorFailure where there is no such deployment. */
export async function openDeployment(
  place: Place,
  env: Readonly<Record<string, string | undefined>>,
): Promise<RedriveDeps> {
  const found = place.kind === 'local' ? await findLocal(env) : findStage(place.stage);
  const [data, api] = await Promise.all([found.outputsOf('Data'), found.outputsOf('Api')]);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(found.dynamodb));
  const queueUrls = {
    deadLetters: outputOf(api, 'DeadLetterQueueUrl'),
    backlog: outputOf(api, 'BacklogQueueUrl'),
  };
  return {
    customers: createCustomerRepository(createTable(outputOf(data, 'TableName'), documents)),
    deadLetters: createRedrivableDeadLetterQueue(queueUrls, new SQSClient(found.sqs), holdSeconds),
  };
}

function outputOf(outputs: Readonly<Record<string, string>>, name: string): string {
  const value = outputs[name];
  if (value === undefined) {
    throw new OperatorFailure(
      `The deployment is older than this command (no output ${name}): deploy this version, or use its own.`,
    );
  }
  return value;
}

function findStage(stage: string): Found {
  const client = new CloudFormationClient({});
  return {
    outputsOf: async (part) => {
      const StackName = stackName(stage, part);
      const { Stacks } = await client
        .send(new DescribeStacksCommand({ StackName }))
        .catch(rethrow(StackName));
      const outputs = Stacks?.[0]?.Outputs ?? [];
      return Object.fromEntries(
        outputs.flatMap(({ OutputKey, OutputValue }) =>
          OutputKey === undefined || OutputValue === undefined ? [] : [[OutputKey, OutputValue]],
        ),
      );
    },
    dynamodb: {},
    sqs: {},
  };
}

/** CloudFormation's word for a stack that isn't there is a ValidationError. */
function rethrow(name: string): (fault: unknown) => never {
  return (fault) => {
    if (!(fault instanceof Error) || fault.name !== 'ValidationError') throw fault;
    throw new OperatorFailure(
      `There is no stack ${name} in this AWS account and region: check --stage, AWS_PROFILE and AWS_REGION.`,
    );
  };
}

const localDeployment = z.object({
  region: z.string(),
  endpoints: z.object({ dynamodb: z.url(), messaging: z.url() }),
  outputs: z.record(z.string(), z.record(z.string(), z.string())),
});

async function findLocal(env: Readonly<Record<string, string | undefined>>): Promise<Found> {
  const { region, endpoints, outputs } = await askLocalRun(env['RIDEGATE_PORT'] || '4000');
  // Local engines check no credentials, but the SDK insists on some.
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return {
    outputsOf: (part) => Promise.resolve(outputs[stackName(localStage, part)] ?? {}),
    dynamodb: { region, credentials, endpoint: endpoints.dynamodb },
    sqs: { region, credentials, endpoint: endpoints.messaging },
  };
}

async function askLocalRun(port: string): Promise<z.infer<typeof localDeployment>> {
  const address = `http://127.0.0.1:${port}`;
  try {
    const response = await fetch(`${address}/local/deployment`);
    return localDeployment.parse(await response.json());
  } catch {
    throw new OperatorFailure(
      `No embedded run answers at ${address}: start one with \`npm start\`, or set RIDEGATE_PORT to its base port.`,
    );
  }
}

// From synthesized templates to what has to be set up, refusing what the embedded run doesn't know.
import { StartFailure } from '../failure.ts';
import type { Ports } from '../settings.ts';
import type { Deployment } from './deployment.ts';
import { readFunctions, readUrlFunction } from './functions.ts';
import { isInert } from './inert-types.ts';
import type { Assembly } from './read.ts';
import { readRoutes } from './routes.ts';
import { resolveStacks } from './scope.ts';
import { readPushApplicationArns, readQueues, readSecretArns, readTables, readTopics } from './stores.ts';
import { readEventSources, readSchedules } from './triggers.ts';

const setUp = new Set([
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::SNS::Subscription',
  'AWS::SecretsManager::Secret',
  'AWS::Lambda::Function',
  'AWS::Lambda::Url',
  'AWS::Lambda::EventSourceMapping',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Route',
  'AWS::Scheduler::Schedule',
  'AWS::Events::Rule',
  'Custom::PushApplication',
]);

/** @throws StartFailure naming every resource of an unknown type, or the first that can't be set up as written */
export function planDeployment(assembly: Assembly, ports: Ports): Deployment {
  const unknown = assembly.stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => !setUp.has(Type) && !isInert(Type))
      .map(([logicalId, { Type }]) => `${Type} ${logicalId} (stack ${name})`),
  );
  if (unknown.length > 0) {
    throw new StartFailure(
      `The embedded run doesn't know these resource types: ${unknown.join(', ')}. ` +
        'Set them up in local/template/, or list them in local/template/inert-types.ts with the reason why they mean nothing locally.',
    );
  }
  const { resources, outputs } = resolveStacks(assembly.stacks, ports, (type) => setUp.has(type));
  const deployment: Deployment = {
    tables: readTables(resources),
    queues: readQueues(resources),
    topics: readTopics(resources),
    functions: readFunctions(resources, assembly),
    routes: readRoutes(resources),
    urlFunction: readUrlFunction(resources),
    ...readEventSources(resources),
    schedules: readSchedules(resources),
    secretArns: readSecretArns(resources),
    pushApplicationArns: readPushApplicationArns(resources),
    outputs,
  };
  requireTargets(deployment);
  return deployment;
}

function requireTargets(deployment: Deployment): void {
  const functions = new Set(deployment.functions.map(({ name }) => name));
  const queues = new Set(deployment.queues.map(({ arn }) => arn));
  const streams = new Set(
    deployment.tables.filter(({ streamView }) => streamView !== undefined).map(({ name }) => name),
  );
  const invokers = [
    ...deployment.routes.map(({ key, functionName }) => ({ what: `Route ${key}`, functionName })),
    ...[...deployment.queueSources, ...deployment.streamSources, ...deployment.schedules].map(
      ({ name, functionName }) => ({
        what: name,
        functionName,
      }),
    ),
  ];
  const lost = invokers.find(({ functionName }) => !functions.has(functionName));
  if (lost !== undefined)
    throw new StartFailure(`${lost.what} invokes ${lost.functionName}, which no template has.`);
  const dry = deployment.queueSources.find(({ queueArn }) => !queues.has(queueArn));
  if (dry !== undefined) throw new StartFailure(`${dry.name} reads ${dry.queueArn}, which no template has.`);
  const deaf = deployment.streamSources.find(
    ({ onFailureArn }) => onFailureArn !== undefined && !queues.has(onFailureArn),
  );
  if (deaf !== undefined)
    throw new StartFailure(
      `${deaf.name} sends failures to ${deaf.onFailureArn ?? ''}, which is no queue of the templates.`,
    );
  const still = deployment.streamSources.find(({ tableName }) => !streams.has(tableName));
  if (still !== undefined)
    throw new StartFailure(`${still.name} reads a stream of ${still.tableName}, which has none.`);
}

// Starts everything that invokes functions without a request: event source mappings and schedules.
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { localClientConfig } from '../engines/client-config.ts';
import type { Endpoints } from '../lambda/function-environment.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { RunDatabase } from '../state/run-database.ts';
import type { Deployment } from '../template/deployment.ts';
import type { Poller } from './loop.ts';
import { startQueuePoller } from './queue.ts';
import { startSchedule } from './schedule.ts';
import { startStreamPoller } from './stream.ts';

interface TriggerSettings {
  readonly deployment: Deployment;
  readonly endpoints: Endpoints;
  readonly runtime: LambdaRuntime;
  readonly progress: RunDatabase;
  readonly scheduleScale: number;
  readonly onFault: (reason: string) => void;
}

export function startTriggers(settings: TriggerSettings): Poller {
  const { deployment, endpoints, runtime, progress, scheduleScale } = settings;
  const queueUrls = new Map(deployment.queues.map(({ arn, url }) => [arn, url]));
  const urlOf = (arn: string) => queueUrls.get(arn) ?? '';
  const faultsOf = (name: string) => (reason: string) => {
    settings.onFault(`${name}: ${reason}`);
  };
  const client = new SQSClient(localClientConfig(endpoints.messaging));
  const sendFailure = async (arn: string, note: object) => {
    await client.send(new SendMessageCommand({ QueueUrl: urlOf(arn), MessageBody: JSON.stringify(note) }));
  };
  const pollers = [
    ...deployment.queueSources.map((source) =>
      startQueuePoller({
        source,
        queueUrl: urlOf(source.queueArn),
        endpoint: endpoints.messaging,
        runtime,
        onFault: faultsOf(source.name),
      }),
    ),
    ...deployment.streamSources.map((source) =>
      startStreamPoller({
        source,
        endpoint: endpoints.dynamodb,
        runtime,
        progress,
        sendFailure,
        onFault: faultsOf(source.name),
      }),
    ),
    ...deployment.schedules.map((schedule) =>
      startSchedule(schedule, runtime, scheduleScale, faultsOf(schedule.name)),
    ),
  ];
  return {
    stop: async () => {
      await Promise.all(pollers.map((poller) => poller.stop()));
      client.destroy();
    },
  };
}

// What a run knows, read behind its back: the table and the queues from their engines, pushes from the inbox.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { lookupKeys } from '../../functions/adapters/dynamodb/keys.ts';
import { localClientConfig } from '../../local/engines/client-config.ts';
import { loopback } from '../../local/settings.ts';
import { planDeployment } from '../../local/template/plan.ts';
import { readAssembly } from '../../local/template/read.ts';
import type { Site } from './site.ts';
import { askingAll, askingByRisk } from './subaccounts.ts';

export type TableItem = z.infer<typeof tableItem>;
export type Push = z.infer<typeof push>;

export type Archive = {
  /** Those of the events that have no marker; reads up to 100 of them. */
  unprocessed: (eventIds: readonly string[]) => Promise<string[]>;
  items: () => Promise<TableItem[]>;
  /** What left the system for the drill's riders. */
  pushes: () => Promise<Push[]>;
  /** Messages in all queues but those for what failed for good, also those that are being worked on. */
  queued: () => Promise<number>;
  /** What failed for good. */
  deadLetters: () => Promise<string[]>;
  /** How often anything ran on a schedule. */
  scheduledRuns: () => number;
  close: () => void;
};

const tableItem = z.looseObject({ pk: z.string(), sk: z.string() });
const push = z.object({ id: z.string() });
const notifications = z.object({ notifications: z.array(push) });
const redrivePolicy = z.object({ deadLetterTargetArn: z.string() });
const lengthAttributes = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

export function openArchive(site: Site): Archive {
  const { ports } = site.settings;
  const deployment = planDeployment(readAssembly(path.join(site.stateDir, 'cdk.out')), ports);
  const [table] = deployment.tables;
  if (table === undefined) throw new Error('the templates have no table');
  const dynamodb = DynamoDBDocumentClient.from(
    new DynamoDBClient(localClientConfig(loopback(ports.dynamodb))),
  );
  const sqs = new SQSClient(localClientConfig(loopback(ports.messaging)));
  const endings = new Set([
    ...deployment.queues.flatMap(({ attributes: { RedrivePolicy: policy } }) =>
      policy === undefined ? [] : [redrivePolicy.parse(JSON.parse(policy)).deadLetterTargetArn],
    ),
    ...deployment.streamSources.flatMap(({ onFailureArn: arn }) => (arn === undefined ? [] : [arn])),
  ]);
  const lengthOf = async (url: string): Promise<number> => {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...lengthAttributes] }),
    );
    return lengthAttributes.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  };
  const contentsOf = async (url: string): Promise<string[]> => {
    const found: string[] = [];
    while (found.length < (await lengthOf(url))) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
      );
      found.push(...Messages.map(({ Body = '' }) => Body));
    }
    return found;
  };

  return {
    unprocessed: async (eventIds) => {
      const Keys = eventIds.map((id) => lookupKeys.event(id));
      const answer = await dynamodb.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys, ConsistentRead: true } } }),
      );
      const found = new Set(
        z
          .array(tableItem)
          .parse(answer.Responses?.[table.name])
          .map(({ pk }) => pk),
      );
      return eventIds.filter((id) => !found.has(lookupKeys.event(id).pk));
    },
    items: async () => {
      const all: TableItem[] = [];
      const pages = paginateScan({ client: dynamodb }, { TableName: table.name, ConsistentRead: true });
      for await (const { Items = [] } of pages) all.push(...z.array(tableItem).parse(Items));
      return all;
    },
    pushes: async () => {
      const url = `${loopback(ports.gateway)}/local/notifications?subaccount_id=`;
      const answers = await Promise.all([askingAll, askingByRisk].map((id) => site.insist(url + id)));
      return answers.flatMap(({ body }) => notifications.parse(body).notifications);
    },
    queued: async () => {
      const urls = deployment.queues.filter(({ arn }) => !endings.has(arn)).map(({ url }) => url);
      const lengths = await Promise.all(urls.map(lengthOf));
      return lengths.reduce((sum, length) => sum + length, 0);
    },
    deadLetters: async () => {
      const urls = deployment.queues.filter(({ arn }) => endings.has(arn)).map(({ url }) => url);
      return (await Promise.all(urls.map(contentsOf))).flat();
    },
    scheduledRuns: () => {
      const names = new Set(deployment.schedules.map(({ functionName }) => functionName));
      const logs = [...names]
        .map((name) => path.join(site.stateDir, 'logs', `${name}.log`))
        .filter(existsSync);
      return logs.flatMap((log) => readFileSync(log, 'utf8').match(/^REPORT /gm) ?? []).length;
    },
    close: () => {
      dynamodb.destroy();
      sqs.destroy();
    },
  };
}

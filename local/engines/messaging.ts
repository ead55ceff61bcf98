// SQS and SNS on this machine: fauxqs on a SQLite file. SNS's platform endpoints and Secrets Manager answer at the
// same address.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { buildApp } from 'fauxqs';
import { loopback } from '../settings.ts';
import type { Queue, Topic } from '../template/deployment.ts';
import { region } from '../template/identity.ts';
import { loadFauxqs, type FauxqsStores, type Persistence, type SnsStore, type SqsStore } from './fauxqs.ts';
import { openPushEndpoints, type PlayPhone } from './push-endpoints.ts';
import { answerPushRequests } from './push-requests.ts';
import { answerSecrets, type SecretValues } from './secrets.ts';

export interface MessagingEngine {
  readonly endpoint: string;
  /** Creates what the templates have and earlier starts did not; messages that wait stay where they are. */
  provide(queues: readonly Queue[], topics: readonly Topic[]): void;
  /** Switches on the push services' applications; who plays the phones gets all that is pushed. */
  providePushes(applicationArns: readonly string[], phone: PlayPhone): void;
  close(): Promise<void>;
}

interface EngineSettings {
  readonly port: number;
  readonly folder: string;
  /** Read at each request: the secrets' names are known only after synthesis. */
  readonly secrets: () => SecretValues;
}

export async function startMessaging(settings: EngineSettings): Promise<MessagingEngine> {
  const { SqsStore, SnsStore, S3Store, PersistenceManager } = await loadFauxqs();
  const sqs = new SqsStore();
  const sns = new SnsStore();
  releaseInflight(path.join(settings.folder, 'fauxqs.db'));
  const persistence = new PersistenceManager(settings.folder);
  // Waiting for the disk three times a message would hold up all that shares this thread; after a kill -9 the write-ahead
  // log is whole all the same.
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  mendRelease(persistence);
  // Before the stores know of persistence: creating a stored queue again would delete its messages.
  persistence.loadSqsAndSns(sqs, sns);
  for (const store of [sqs, sns, ...sqs.allQueues()]) store.persistence = persistence;
  // An empty host makes fauxqs answer queue URLs at the address it was called by.
  sqs.host = '';
  const stores = { sqsStore: sqs, snsStore: sns, s3Store: new S3Store() } as unknown as FauxqsStores;
  const app = buildApp({ logger: false, stores });
  answerSecrets(app, settings.secrets);
  const endpoints = openPushEndpoints(path.join(settings.folder, 'push-endpoints.sqlite'));
  answerPushRequests(app, endpoints);
  await app.listen({ port: settings.port, host: '127.0.0.1' });
  return {
    endpoint: loopback(settings.port),
    provide: (queues, topics) => {
      for (const queue of queues) provideQueue(sqs, queue);
      for (const topic of topics) provideTopic(sns, topic);
    },
    providePushes: (applicationArns, phone) => {
      endpoints.provide(applicationArns, phone);
    },
    close: async () => {
      await app.close();
      persistence.close();
      endpoints.close();
    },
  };
}

// Whoever had received a message when the last run ended is gone: it is due again at once, not after its time-out.
function releaseInflight(databaseFile: string): void {
  if (!existsSync(databaseFile)) return;
  const database = new DatabaseSync(databaseFile);
  try {
    database.exec('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL');
  } finally {
    database.close();
  }
}

// A visibility time-out of 0 makes fauxqs 2.4.1 set the receive count to NULL: SQLite refuses that, and the message
// is lost until the next start.
function mendRelease(persistence: Persistence): void {
  const release = persistence.db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  );
  persistence.updateMessageReady = (messageId) => {
    release.run(messageId);
  };
}

function provideQueue(sqs: SqsStore, { name, url, arn, attributes }: Queue): void {
  const existing = sqs.getQueueByName(name);
  if (existing === undefined) {
    sqs.createQueue(name, url, arn, attributes);
    return;
  }
  existing.url = url;
  existing.setAttributes({ RedrivePolicy: '', ...attributes });
}

function provideTopic(sns: SnsStore, topic: Topic): void {
  const { subscriptionArns } = sns.createTopic(topic.name, undefined, undefined, region);
  // Made anew at each start, because fauxqs refuses to change one.
  for (const subscriptionArn of [...subscriptionArns]) sns.unsubscribe(subscriptionArn);
  for (const { queueArn, attributes } of topic.subscriptions)
    sns.subscribe(topic.arn, 'sqs', queueArn, { ...attributes });
}

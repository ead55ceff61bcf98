// The parts of fauxqs that its package doesn't export: the stores behind its server and their SQLite persistence.
import type { DatabaseSync } from 'node:sqlite';
import type { buildApp } from 'fauxqs';

interface FauxqsQueue {
  readonly name: string;
  url: string;
  persistence: object | undefined;
  setAttributes(attributes: Readonly<Record<string, string>>): void;
}

export interface SqsStore {
  host: string;
  persistence: object | undefined;
  allQueues(): Iterable<FauxqsQueue>;
  getQueueByName(name: string): FauxqsQueue | undefined;
  createQueue(
    name: string,
    url: string,
    arn: string,
    attributes: Readonly<Record<string, string>>,
  ): FauxqsQueue;
  deleteQueue(url: string): boolean;
}

export interface SnsStore {
  persistence: object | undefined;
  createTopic(
    name: string,
    attributes: undefined,
    tags: undefined,
    region: string,
  ): { readonly subscriptionArns: readonly string[] };
  subscribe(topicArn: string, protocol: 'sqs', queueArn: string, attributes: Record<string, string>): unknown;
  unsubscribe(subscriptionArn: string): boolean;
}

export interface Persistence {
  readonly db: DatabaseSync;
  /** Called where a received message is due again at once. */
  updateMessageReady: (messageId: string) => void;
  loadSqsAndSns(sqs: SqsStore, sns: SnsStore): void;
  close(): void;
}

interface Internals {
  readonly SqsStore: new () => SqsStore;
  readonly SnsStore: new () => SnsStore;
  readonly S3Store: new () => object;
  readonly PersistenceManager: new (folder: string) => Persistence;
}

export type FauxqsApp = ReturnType<typeof buildApp>;
export type FauxqsStores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;

/** Loads the modules by their place in the package, which fixes the version that they were written against. */
export async function loadFauxqs(): Promise<Internals> {
  const main = import.meta.resolve('fauxqs');
  const load = async (file: string) => (await import(new URL(file, main).href)) as Internals;
  const [sqs, sns, s3, persistence] = await Promise.all([
    load('./sqs/sqsStore.js'),
    load('./sns/snsStore.js'),
    load('./s3/s3Store.js'),
    load('./persistence.js'),
  ]);
  return {
    SqsStore: sqs.SqsStore,
    SnsStore: sns.SnsStore,
    S3Store: s3.S3Store,
    PersistenceManager: persistence.PersistenceManager,
  };
}

// The real relay behind the embedded table's stream and queue: what one item in the outbox does to the next.

import path from 'node:path';
import { SNSClient } from '@aws-sdk/client-sns';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createDeviceRepository } from '../../../functions/adapters/dynamodb/device-repository.ts';
import { customerKeys } from '../../../functions/adapters/dynamodb/keys.ts';
import { outboxItem } from '../../../functions/adapters/dynamodb/outbox-item.ts';
import { createOutbox, readRelayedRecord } from '../../../functions/adapters/dynamodb/relayed-record.ts';
import { createNotificationPublisher } from '../../../functions/adapters/sns/notification-publisher.ts';
import { createPushSender } from '../../../functions/adapters/sns/push-sender.ts';
import { createRelayRetries } from '../../../functions/adapters/sqs/relay-retries.ts';
import { createSignupQueue } from '../../../functions/adapters/sqs/signup-queue.ts';
import { notificationMessage } from '../../../functions/contracts/messages.ts';
import { createRelayAgain } from '../../../functions/relay-again.ts';
import { createRelayOutbox } from '../../../functions/relay-outbox.ts';
import { judgeRelayFault } from '../../../functions/shared/judge-relay-fault.ts';
import type { Poller } from '../../../local/pollers/loop.ts';
import { compilePattern } from '../../../local/pollers/filter.ts';
import { startQueuePoller } from '../../../local/pollers/queue.ts';
import { startStreamPoller } from '../../../local/pollers/stream.ts';
import { openRunDatabase } from '../../../local/state/run-database.ts';
import { aPush, aSave, created, newRef } from '../../adapters/contracts/samples.ts';
import { startTestMessaging } from '../../adapters/support/messaging.ts';
import { startTestTable } from '../../adapters/support/table.ts';
import { createRecordingLog } from '../../support/recording-log.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { testVault } from '../../adapters/support/vault.ts';

async function givenRelay() {
  const [engine, messaging] = await Promise.all([startTestTable(), startTestMessaging()]);
  const sns = new SNSClient(messaging.config);
  const database = openRunDatabase(path.join(tempFolder(), 'run'));
  const events = messaging.addQueue('events');
  const again = messaging.addQueue('again');
  const deps = {
    clock: { nowMs: () => Date.now() },
    publisher: createNotificationPublisher(
      messaging.addTopic('topic', events, { RawMessageDelivery: 'true' }),
      sns,
    ),
    sender: createPushSender(messaging.applications, sns),
    devices: createDeviceRepository(engine.table),
    signups: createSignupQueue(messaging.addQueue('signups').url, messaging.sqs),
    outbox: createOutbox(engine.table),
    retries: createRelayRetries(again.url, messaging.sqs),
    judge: judgeRelayFault,
    readRecord: readRelayedRecord,
    log: createRecordingLog(),
  };
  const common = { batchSize: 10, windowMs: 0, patterns: [], reportsItemFailures: true };
  const running: Poller[] = [];
  const onFault = () => undefined;
  const published: string[] = [];
  const closing = new AbortController();
  const listening = (async () => {
    while (!closing.signal.aborted) {
      const body = (await messaging.receive(events))?.Body;
      if (body !== undefined) published.push(notificationMessage.parse(JSON.parse(body)).id);
    }
  })();
  onTestFinished(async () => {
    closing.abort();
    await Promise.all([listening, ...running.map((poller) => poller.stop())]);
    database.close();
    sns.destroy();
    await Promise.all([engine.close(), messaging.close()]);
  });
  return {
    engine,
    published,
    handedOver: async () => (await messaging.receive(again))?.Body,
    followStream: () => {
      const relay = createRelayOutbox(deps);
      running.push(
        startStreamPoller({
          source: {
            ...common,
            name: 'relay',
            functionName: 'relay-outbox',
            streamArn: `arn:aws:dynamodb:us-east-1:000000000000:table/${engine.name}/stream/local`,
            tableName: engine.name,
            patterns: [
              compilePattern(
                '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"OUTBOX#"}]}}}}',
              ),
            ],
            bisect: true,
            maxRetries: -1,
            onFailureArn: undefined,
          },
          endpoint: engine.endpoint,
          runtime: answering((event) => relay(event as Parameters<typeof relay>[0])),
          progress: database,
          sendFailure: () => Promise.reject(new Error('The relay broke down.')),
          onFault,
        }),
      );
    },
    workQueue: () => {
      const worker = createRelayAgain(deps);
      running.push(
        startQueuePoller({
          source: {
            ...common,
            name: 'again',
            functionName: 'relay-again',
            queueArn: again.arn,
            concurrency: 1,
          },
          queueUrl: again.url,
          endpoint: messaging.endpoint,
          runtime: answering((event) => worker(event as Parameters<typeof worker>[0])),
          onFault,
        }),
      );
    },
  };
}

const answering = (fn: (event: unknown) => Promise<unknown>) => ({
  invoke: async (_name: string, event: unknown) => ({
    outcome: 'answered' as const,
    payload: await fn(event),
  }),
});

test('a poison in the outbox keeps no real push from arriving, and goes out itself once it is mended', async () => {
  const { engine, published, followStream, workQueue } = await givenRelay();
  const { table } = engine;
  const customers = createCustomerRepository(table, testVault);
  const [sick, well] = [newRef(), newRef()];
  const mended = aPush(sick, 'ntf_mended');
  const key = customerKeys.outbox(sick, 7);
  await table.transact([
    table.put({ ...key, notification: { id: 'ntf_mended', kind: 'of another release' } }),
  ]);
  const customer = await created(customers, well);
  await customers.save(aSave(customer, {}, { notification: aPush(well, 'ntf_real') }));

  followStream();
  await vi.waitFor(
    () => {
      expect(published).toEqual(['ntf_real']);
    },
    { timeout: 10_000 },
  );

  await table.transact([table.put(outboxItem(sick, 7, mended))]);
  workQueue();
  await vi.waitFor(
    () => {
      expect(published).toEqual(['ntf_real', 'ntf_mended']);
    },
    { timeout: 10_000 },
  );
});

test('what is handed over names the item and holds nothing of it', async () => {
  const { engine, handedOver, followStream } = await givenRelay();
  const { table } = engine;
  const key = customerKeys.outbox(newRef(), 7);
  await table.transact([table.put({ ...key, notification: { title: 'Hello, Ada Lovelace' } })]);

  followStream();

  await vi.waitFor(
    async () => {
      expect(JSON.parse((await handedOver()) ?? 'null')).toEqual({
        ...key,
        notification_id: null,
        reached: [],
        cause: 'malformed',
        first_failed_at: expect.any(String) as string,
        last_failed_at: expect.any(String) as string,
      });
    },
    { timeout: 10_000 },
  );
});

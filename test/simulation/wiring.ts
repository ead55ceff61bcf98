// Puts production code together as functions/shared/compose/ does, on simulated AWS and Stripe. The one place that
// knows what each function needs.

import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { createCustomerRepository } from '../../functions/adapters/dynamodb/customer-repository.ts';
import { createDeadlineList, createDeadlines } from '../../functions/adapters/dynamodb/deadlines.ts';
import { createDeviceRepository } from '../../functions/adapters/dynamodb/device-repository.ts';
import { createOutbox, readRelayedRecord } from '../../functions/adapters/dynamodb/relayed-record.ts';
import { createOpenSessionList } from '../../functions/adapters/dynamodb/open-sessions.ts';
import { createReconcilerProgress } from '../../functions/adapters/dynamodb/reconciler-progress.ts';
import { createRedactionLeftovers } from '../../functions/adapters/dynamodb/redaction-leftovers.ts';
import { createRequeuedEvents } from '../../functions/adapters/dynamodb/requeued-events.ts';
import { createSubaccountRepository } from '../../functions/adapters/dynamodb/subaccount-repository.ts';
import { createTable, type DocumentClient } from '../../functions/adapters/dynamodb/table.ts';
import { createNotificationPublisher } from '../../functions/adapters/sns/notification-publisher.ts';
import { createPushSender } from '../../functions/adapters/sns/push-sender.ts';
import { createRedrivableDeadLetterQueue } from '../../functions/adapters/sqs/dead-letter-queue.ts';
import { createEventQueue } from '../../functions/adapters/sqs/event-queue.ts';
import { createRelayRetries } from '../../functions/adapters/sqs/relay-retries.ts';
import { createSignupQueue } from '../../functions/adapters/sqs/signup-queue.ts';
import { createWebhookDeliveries } from '../../functions/adapters/sqs/webhook-deliveries.ts';
import { createCheckRide } from '../../functions/check-ride.ts';
import { createClearRequirement } from '../../functions/clear-requirement.ts';
import { createCreateCustomer } from '../../functions/create-customer.ts';
import { createEnforceDeadlines } from '../../functions/enforce-deadlines.ts';
import { createProcessWebhook } from '../../functions/process-webhook.ts';
import { createPutPolicy } from '../../functions/put-policy.ts';
import { createReceiveWebhook } from '../../functions/receive-webhook.ts';
import { createReconcile } from '../../functions/reconcile.ts';
import { createRedactCustomer } from '../../functions/redact-customer.ts';
import { createRedriveDeadLetters } from '../../functions/redrive-dead-letters.ts';
import { createRefreshSession } from '../../functions/refresh-session.ts';
import { createRelayAgain } from '../../functions/relay-again.ts';
import { createRelayOutbox } from '../../functions/relay-outbox.ts';
import { createRequireVerification } from '../../functions/require-verification.ts';
import type { Environment } from '../../functions/shared/compose/environment.ts';
import type { StripePorts } from '../../functions/shared/compose/stripe.ts';
import { judgeRelayFault } from '../../functions/shared/judge-relay-fault.ts';
import { createStartIdentitySession } from '../../functions/start-identity-session.ts';
import { createVerifyManually } from '../../functions/verify-manually.ts';
import { createInMemoryVault } from '../support/in-memory/vault.ts';
import { webhookSecrets } from './stripe/webhook-sender.ts';

/** The queues' names, which stand for their URLs. */
export const queueNames = {
  fresh: 'fresh',
  backlog: 'backlog',
  deadLetters: 'dead-letters',
  signups: 'signups',
  relayAgain: 'relay-again',
} as const;

export const tableName = 'ridegate';
export const pushApplications = { apns: 'arn:aws:sns:us-east-1:000000000000:app/APNS/ridegate' };
const topicArn = 'arn:aws:sns:us-east-1:000000000000:notifications';

/** What stands outside of our code. */
export type Outside = {
  documents: DocumentClient;
  sqs: SQSClient;
  sns: SNSClient;
  stripe: StripePorts;
  environment: Environment;
};

/** Everything that functions are made of. */
export type Parts = ReturnType<typeof createParts>;

export function createParts({ documents, sqs, sns, stripe, environment }: Outside) {
  const table = createTable(tableName, documents);
  return {
    ...environment,
    stripe: () => Promise.resolve(stripe),
    customers: createCustomerRepository(table, createInMemoryVault()),
    subaccounts: createSubaccountRepository(table),
    devices: createDeviceRepository(table),
    queue: createEventQueue(queueNames.fresh, sqs),
    deliveries: createWebhookDeliveries(queueNames, sqs),
    laneOf: (arn: string) =>
      arn.endsWith(`:${queueNames.backlog}`) ? ('backlog' as const) : ('fresh' as const),
    deadLetters: createRedrivableDeadLetterQueue(queueNames, sqs),
    publisher: createNotificationPublisher(topicArn, sns),
    sender: createPushSender(pushApplications, sns),
    signups: createSignupQueue(queueNames.signups, sqs),
    outbox: createOutbox(table),
    openSessionList: createOpenSessionList(table),
    progress: createReconcilerProgress(table),
    leftovers: createRedactionLeftovers(table),
    deadlineList: createDeadlineList(table),
    deadlines: createDeadlines(table),
    requeued: createRequeuedEvents(table),
    // What nothing is decided by takes no part.
    webhookCounters: { add: () => Promise.resolve() },
    reconcilerRuns: { save: () => Promise.resolve() },
    retries: createRelayRetries(queueNames.relayAgain, sqs),
    judge: judgeRelayFault,
    readRecord: readRelayedRecord,
    allowedReturnUrls: ['https://fleet.example/app'],
    signingSecrets: () => Promise.resolve(webhookSecrets),
    stripeMode: 'test' as const,
  };
}

/** The functions by their names. The relay remembers things, so each of its Lambdas is one of its own. */
export type Handlers = ReturnType<typeof createHandlers>;

export function createHandlers(parts: Parts) {
  const late = { ...parts, identity: async () => (await parts.stripe()).identity };
  return {
    api: {
      'create-customer': createCreateCustomer(parts),
      'check-ride': createCheckRide(parts),
      'start-identity-session': createStartIdentitySession(parts),
      'verify-manually': createVerifyManually(parts),
      'clear-requirement': createClearRequirement(parts),
      'require-verification': createRequireVerification(parts),
      'refresh-session': createRefreshSession(parts),
      'redact-customer': createRedactCustomer(late),
      'put-policy': createPutPolicy(parts),
      'redrive-dead-letters': createRedriveDeadLetters(parts),
    },
    receiveWebhook: createReceiveWebhook(parts),
    processWebhook: createProcessWebhook(parts),
    reconcile: createReconcile(parts),
    enforceDeadlines: createEnforceDeadlines(late),
    relayAgain: createRelayAgain(parts),
    createRelay: () => createRelayOutbox(parts),
  };
}

/**
 * Changes what a history is made of, to show that a bug would be found: what is outside of our code, the parts
 * that functions are made of, or the functions.
 */
export type Sabotage = {
  outside?: (outside: Outside) => Outside;
  parts?: (parts: Parts) => Parts;
  handlers?: (handlers: Handlers) => Handlers;
};

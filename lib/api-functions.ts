// The functions behind the API: what each is told in its environment, and what each may touch.
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { ApiFunctionName } from '../functions/contracts/api.ts';
import { identityFields } from '../functions/contracts/sealed-fields.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { allowEndpoints, pushEnvironment, type EndpointAction } from './constructs/push-access.ts';
import type { RideGateStack } from './constructs/ridegate-stack.ts';
import { allowSecret, stripeEnvironment } from './constructs/stripe-access.ts';
import {
  allowIndexQueries,
  allowPartition,
  allowTable,
  applySessions,
  changeItems,
  readItems,
  type OwnPartition,
  type Store,
  type TableAction,
} from './constructs/table-access.ts';
import { allowOpening, allowSealing, verifiedData, type SealedField } from './constructs/vault-access.ts';

interface ApiFunctionRights {
  readonly table?: readonly TableAction[];
  /** Queries of a partition of what RideGate keeps of itself. */
  readonly queriesOwn?: OwnPartition;
  /** Of all indexes, or of those that are named. */
  readonly indexQueries?: true | readonly string[];
  /** May have batches of a policy's application announced. */
  readonly announcesBatches?: true;
  /** Takes dead letters in hand to look at them, or also puts them back on the backlog lane. */
  readonly deadLetters?: 'look' | 'redrive';
  /** May ask how many events wait in each of the webhook's queues. */
  readonly webhookQueueSizes?: true;
  /** Reads for many seconds. */
  readonly patient?: true;
  readonly stripe?: true;
  /** What it may encrypt. */
  readonly seals?: readonly SealedField[];
  /** What it may decrypt. */
  readonly opens?: readonly SealedField[];
  /** Told where Stripe's page may send riders back to. */
  readonly returnUrls?: true;
  /** What it may do with the push services' endpoints. */
  readonly endpoints?: readonly EndpointAction[];
}

const rights: Readonly<Record<ApiFunctionName, ApiFunctionRights>> = {
  // It opens what a signup told to compare a repeated one.
  'create-customer': { table: changeItems, seals: ['signup'], opens: ['signup'] },
  'get-customer': { table: readItems, opens: ['masked', 'signup', 'signals', 'alternative', 'notes'] },
  // The list itself or who has an id, and the policy that tells what the gate says of each.
  'list-customers': { table: ['BatchGetItem'], indexQueries: true },
  'get-customer-counts': { table: ['BatchGetItem'], indexQueries: true },
  // It finds out what an open session came to, as does a refresh.
  'start-identity-session': { table: applySessions, stripe: true, returnUrls: true, seals: verifiedData },
  // One strongly consistent round trip, and nothing that could change what it decides on.
  'check-ride': { table: ['BatchGetItem'] },
  'request-alternative': { table: changeItems, seals: ['alternative'] },
  'get-audit-trail': { table: [...readItems, 'Query'], opens: ['notes'] },
  // It opens notes to compare a repeated request.
  'verify-manually': { table: changeItems, seals: ['notes'], opens: ['notes'] },
  'clear-requirement': { table: changeItems, seals: ['notes'] },
  // It takes what is kept of a document's expiry with the verification.
  'require-verification': { table: [...changeItems, 'DeleteItem'], seals: ['notes'] },
  'refresh-session': { table: applySessions, stripe: true, seals: verifiedData },
  // It removes what is kept, looks for what is left, and asks Stripe to do the same.
  'redact-customer': { table: [...applySessions, 'Query'], stripe: true, seals: ['notes'] },
  // It uncovers what a document told, and opens nothing else.
  'reveal-identity': { table: changeItems, stripe: true, seals: ['notes'], opens: identityFields },
  // The whole partition of a customer, in clear.
  'export-customer': {
    table: [...changeItems, 'Query'],
    seals: ['notes'],
    opens: [...identityFields, 'signup', 'signals', 'alternative', 'notes'],
    patient: true,
  },
  'register-device': {
    table: [...readItems, 'Query', 'PutItem', 'DeleteItem'],
    endpoints: ['CreatePlatformEndpoint', 'GetEndpointAttributes', 'SetEndpointAttributes', 'DeleteEndpoint'],
  },
  'remove-device': { table: ['BatchGetItem', 'Query', 'DeleteItem'], endpoints: ['DeleteEndpoint'] },
  'get-policy': { table: readItems },
  'put-policy': { table: changeItems },
  // The subaccount itself, and what was kept of its policy's versions.
  'list-policy-versions': { table: ['BatchGetItem', 'Query'] },
  // Every customer of the subaccount, page by page, and the policy in force.
  'simulate-policy': { table: ['BatchGetItem'], indexQueries: ['by_creation'], patient: true },
  'start-policy-application': { table: ['GetItem', 'BatchGetItem', 'PutItem'], announcesBatches: true },
  'get-policy-application': { table: ['GetItem'] },
  // The subaccount itself, and its counters by day.
  'get-identity-stats': { table: ['BatchGetItem', 'Query'] },
  'list-subaccounts': { indexQueries: ['by_creation'] },
  'get-subaccount': { table: readItems },
  'put-subaccount': { table: changeItems },
  // The customer that an event's session belongs to.
  'list-dead-letters': { table: ['GetItem'], deadLetters: 'look', patient: true },
  'redrive-dead-letters': { table: ['GetItem'], deadLetters: 'redrive', patient: true },
  // Counters by the hour, and the sizes of the queues.
  'get-webhook-health': { queriesOwn: 'WEBHOOKS', webhookQueueSizes: true },
  'list-reconciler-runs': { queriesOwn: 'RECONCILER' },
  'describe-api': {},
};

export interface ApiFunctionProps {
  readonly store: Store;
  readonly identityKey: IKey;
  readonly stripeSecretArn: string;
  /** Between the batches of a policy's application. */
  readonly batchQueue: IQueue;
  /** The lane of events as they happen. */
  readonly freshQueue: IQueue;
  readonly deadLetterQueue: IQueue;
  /** The lane that dead letters are put back on, where a thousand of them hold up no fresh event. */
  readonly backlogQueue: IQueue;
}

// SQS shows a message only to whoever takes it in hand, and gives it back.
const lookAtMessages = ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'];

/** Makes the function of a route with just the environment and the rights that it needs. */
export const createApiFunction = (
  stack: RideGateStack,
  name: ApiFunctionName,
  props: ApiFunctionProps,
): NodeFunction => {
  const { store, identityKey, stripeSecretArn, batchQueue, freshQueue, deadLetterQueue, backlogQueue } =
    props;
  const { table, indexQueries, announcesBatches, deadLetters, stripe, returnUrls, patient, endpoints } =
    rights[name];
  const { seals, opens, queriesOwn, webhookQueueSizes } = rights[name];
  const fn = new NodeFunction(stack, {
    name,
    environment: {
      ...((table ?? indexQueries ?? queriesOwn) && { TABLE_NAME: store.table.tableName }),
      ...(stripe && stripeEnvironment(stack.settings, stripeSecretArn)),
      ...(returnUrls && { RETURN_URL_ALLOW_LIST: stack.settings.returnUrlAllowList.join(',') }),
      ...(endpoints && pushEnvironment(stack)),
      ...(announcesBatches && { APPLY_POLICY_QUEUE_URL: batchQueue.queueUrl }),
      ...(deadLetters && { DEAD_LETTER_QUEUE_URL: deadLetterQueue.queueUrl }),
      ...(deadLetters === 'redrive' && { BACKLOG_QUEUE_URL: backlogQueue.queueUrl }),
      ...(webhookQueueSizes && {
        WEBHOOK_QUEUE_URL: freshQueue.queueUrl,
        BACKLOG_QUEUE_URL: backlogQueue.queueUrl,
        DEAD_LETTER_QUEUE_URL: deadLetterQueue.queueUrl,
      }),
    },
    // Stripe may take its time; API Gateway gives up after 30 seconds.
    ...((stripe ?? patient) && { timeout: Duration.seconds(25) }),
  });
  if (table) allowTable(fn, store, table);
  if (indexQueries) allowIndexQueries(fn, store, indexQueries === true ? store.indexNames : indexQueries);
  if (queriesOwn) allowPartition(fn, store, queriesOwn, ['Query']);
  if (announcesBatches) fn.allow(['sqs:SendMessage'], batchQueue.queueArn);
  if (deadLetters) fn.allow(lookAtMessages, deadLetterQueue.queueArn);
  if (deadLetters === 'redrive') {
    fn.allow(['sqs:DeleteMessage'], deadLetterQueue.queueArn);
    fn.allow(['sqs:SendMessage'], backlogQueue.queueArn);
  }
  if (webhookQueueSizes) {
    const queues = [freshQueue, backlogQueue, deadLetterQueue];
    fn.allow(['sqs:GetQueueAttributes'], ...queues.map(({ queueArn }) => queueArn));
  }
  if (endpoints) allowEndpoints(stack, fn, endpoints);
  if (stripe) allowSecret(fn, stripeSecretArn);
  if (seals) allowSealing(fn, identityKey, seals);
  if (opens) allowOpening(fn, identityKey, opens);
  return fn;
};

// What a signup tells: a queue of signups → the function that looks numbers and addresses up → the table.
import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { NodeFunction } from './constructs/node-function.ts';
import { QueueWorker } from './constructs/queue-worker.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import { allowSecret } from './constructs/stripe-access.ts';
import { allowTable, type Store } from './constructs/table-access.ts';
import { allowOpening, allowSealing } from './constructs/vault-access.ts';
import { ipDatabaseEnvironment, ipDatabaseFiles } from './ip-databases.ts';
import type { Settings } from './settings.ts';

export interface SignalStackProps extends RideGateStackProps {
  readonly store: Store;
  readonly identityKey: IKey;
  readonly alarmTopic: ITopic;
}

const functionName = 'compute-signals';

/** Files beside a function's code, by the function's name. */
export const signalFiles = (settings: Settings): Readonly<Record<string, readonly string[]>> => ({
  [functionName]: ipDatabaseFiles(settings),
});

/** Signals are shown and decide nothing: whatever fails here is in nobody's way. */
export class SignalStack extends RideGateStack {
  /** New signups, by their ids. */
  readonly signalQueue: IQueue;

  constructor(scope: Construct, props: SignalStackProps) {
    super(scope, 'Signal', props, 'signals of signups');
    const { store, identityKey, settings, alarmTopic } = props;
    const { phoneLookupSecretArn, phoneLookupApiUrl } = settings;
    const timeout = Duration.seconds(30);
    const worker = new NodeFunction(this, {
      name: functionName,
      environment: {
        TABLE_NAME: store.table.tableName,
        ...ipDatabaseEnvironment(settings),
        PHONE_LOOKUP_SECRET_ARN: phoneLookupSecretArn,
        PHONE_LOOKUP_API_URL: phoneLookupApiUrl,
      },
      timeout,
      // The databases are read into memory: 135 MB, and a runtime beside it.
      memorySize: 1024,
    });
    // Facts are kept only while the signup is that they tell of.
    allowTable(worker, store, ['GetItem', 'PutItem', 'ConditionCheckItem']);
    allowOpening(worker, identityKey, ['signup']);
    allowSealing(worker, identityKey, ['signals']);
    if (phoneLookupSecretArn !== undefined) allowSecret(worker, phoneLookupSecretArn);
    this.signalQueue = new QueueWorker(this, 'Signals', {
      worker,
      timeout,
      // So that a fleet that brings all its customers in does not crowd the lookup provider.
      maxConcurrency: 5,
      alarmTopic,
      deadLetterImpact:
        'Operators see no signals of some new customers: they could not be computed. Nobody is kept from riding. ' +
        "The worker's log names the cause; redrive the messages once it is gone.",
      delayImpact: 'Operators see the signals of new customers late: signups wait to be looked up.',
      acceptableDelay: Duration.minutes(30),
    }).queue;
  }
}

// What a signup tells: the table's stream → the function that looks numbers and addresses up → the table.
import { Duration } from 'aws-cdk-lib';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { DeadLetterQueue } from './constructs/dead-letter-queue.ts';
import { NodeFunction } from './constructs/node-function.ts';
import { RideGateStack, type RideGateStackProps } from './constructs/ridegate-stack.ts';
import { allowSecret } from './constructs/stripe-access.ts';
import { allowStream, allowTable, type Store } from './constructs/table-access.ts';
import { ipDatabaseEnvironment, ipDatabaseFiles } from './ip-databases.ts';
import type { Settings } from './settings.ts';

export interface SignalStackProps extends RideGateStackProps {
  readonly store: Store;
  readonly alarmTopic: ITopic;
}

const functionName = 'compute-signals';

/** Files beside a function's code, by the function's name. */
export const signalFiles = (settings: Settings): Readonly<Record<string, readonly string[]>> => ({
  [functionName]: ipDatabaseFiles(settings),
});

const newSignups = {
  pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['SIGNUP'] } } } }),
};

/** Signals are shown and decide nothing: whatever fails here is in nobody's way. */
export class SignalStack extends RideGateStack {
  constructor(scope: Construct, props: SignalStackProps) {
    super(scope, 'Signal', props, 'signals of signups');
    const { store, settings, alarmTopic } = props;
    const { phoneLookupSecretArn, phoneLookupApiUrl } = settings;
    const worker = new NodeFunction(this, {
      name: functionName,
      environment: {
        TABLE_NAME: store.table.tableName,
        ...ipDatabaseEnvironment(settings),
        PHONE_LOOKUP_SECRET_ARN: phoneLookupSecretArn,
        PHONE_LOOKUP_API_URL: phoneLookupApiUrl,
      },
      timeout: Duration.seconds(30),
      // The databases are read into memory: 135 MB, and a runtime beside it.
      memorySize: 1024,
    });
    allowTable(worker, store, ['GetItem', 'PutItem']);
    if (phoneLookupSecretArn !== undefined) allowSecret(worker, phoneLookupSecretArn);
    this.followSignups(worker, store, alarmTopic);
  }

  private followSignups(worker: NodeFunction, store: Store, alarmTopic: ITopic): void {
    allowStream(worker, store);
    const failures = new DeadLetterQueue(this, 'Failures', {
      impact:
        'Operators see no signals of some new customers: they could not be computed. Nobody is kept from riding. ' +
        'Each message here names a range of the stream, which DynamoDB keeps for 24 hours.',
      alarmTopic,
    });
    worker.addEventSourceMapping('Signups', {
      eventSourceArn: store.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      filters: [newSignups],
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(1),
      onFailure: new SqsDlq(failures),
    });
  }
}

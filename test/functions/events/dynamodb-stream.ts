// DynamoDB stream events as Lambda's poller sends them, in DynamoDB's own JSON.
// https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html

import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Notification } from '../../../functions/domain/notification.ts';
import type { SignupDetails } from '../../../functions/domain/signup.ts';
import { noSignup } from '../../support/add-customer.ts';
import { nowMs } from '../../support/builders.ts';

/** A batch of inserts with the sequence numbers 1, 2, …; null stands for a record without a push, of `rider-1`. */
export function streamEvent(...pushes: (Notification | null)[]): DynamoDBStreamEvent {
  return {
    Records: pushes.map((push, index) => {
      const sequence = String(index + 1);
      return insertRecord(
        sequence,
        { pk: `SUB#metro#CUST#${push?.customerId ?? 'rider-1'}`, sk: `OUTBOX#${sequence.padStart(10, '0')}` },
        {
          ...(push !== null && { notification: push }),
          expires_at: Math.ceil(nowMs / 1000) + 604_800,
        },
      );
    }),
  };
}

/** A batch of new signups with the sequence numbers 1, 2, …, by the customers' ids in `metro`. */
export function signupEvent(signups: Readonly<Record<string, Partial<SignupDetails>>>): DynamoDBStreamEvent {
  return {
    Records: Object.entries(signups).map(([id, signup], index) =>
      insertRecord(
        String(index + 1),
        { pk: `SUB#metro#CUST#${id}`, sk: 'SIGNUP' },
        { ...noSignup, ...signup },
      ),
    ),
  };
}

function insertRecord(
  sequence: string,
  keys: { pk: string; sk: string },
  attributes: Record<string, unknown>,
): DynamoDBRecord {
  const item = { ...keys, ...attributes };
  return {
    eventID: `stream-${sequence}`,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(nowMs / 1000),
      Keys: marshall(keys) as NonNullable<DynamoDBRecord['dynamodb']>['Keys'] & object,
      NewImage: marshall(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object,
      SequenceNumber: sequence,
      SizeBytes: 512,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: 'arn:aws:dynamodb:us-east-1:000000000000:table/ridegate/stream/2026-01-01T00:00:00.000',
  };
}

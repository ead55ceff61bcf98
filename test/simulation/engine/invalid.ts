// Requests that can't be made: of DynamoDB, or of the simulation of it.

import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';

/** The simulation meets something that it doesn't know: a gap in the simulation, never an answer of DynamoDB. */
export class NotSimulated extends Error {
  override name = 'NotSimulated';
  constructor(what: string) {
    super(`The simulated table doesn't know ${what}.`);
  }
}

export function validation(message: string): DynamoDBServiceException {
  return new DynamoDBServiceException({
    name: 'ValidationException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
    message,
  });
}

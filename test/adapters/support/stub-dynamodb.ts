// Answers of DynamoDB that the embedded engine never gives: conflicts, throttling, partial batches, breakdowns.

import { createServer } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createTable, type Table } from '../../../functions/adapters/dynamodb/table.ts';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { listenOnFreePort } from './listen.ts';

export type StubAnswer = { status: number; body: Record<string, unknown> };
type StubRequest = { operation: string; input: Record<string, unknown> };

export type StubDynamoDb = {
  table: Table;
  requests: StubRequest[];
  /** What the next requests are answered, by operation; the last answer stays. */
  answer: (operation: string, ...answers: StubAnswer[]) => void;
  close: () => Promise<void>;
};

export async function startStubDynamoDb(): Promise<StubDynamoDb> {
  const requests: StubRequest[] = [];
  const answers = new Map<string, StubAnswer[]>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).replace(/^.*\./, '');
      const input = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      requests.push({ operation, input });
      const left = answers.get(operation) ?? [];
      const { status, body } = (left.length > 1 ? left.shift() : left[0]) ?? { status: 200, body: {} };
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(body));
    });
  });
  const { url, close } = await listenOnFreePort(server);
  const client = new DynamoDBClient({ ...localClientConfig(url), maxAttempts: 1 });
  return {
    table: createTable('ridegate', DynamoDBDocumentClient.from(client)),
    requests,
    answer: (operation, ...given) => {
      answers.set(operation, given);
    },
    close: async () => {
      client.destroy();
      await close();
    },
  };
}

/** A fault in DynamoDB's words. */
export function dynamoDbFault(name: string, details: Record<string, unknown> = {}): StubAnswer {
  return {
    status: name === 'InternalServerError' ? 500 : 400,
    body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...details },
  };
}

/** A canceled transaction with the code of each of its writes. */
export function canceled(...codes: string[]): StubAnswer {
  return dynamoDbFault('TransactionCanceledException', {
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
}

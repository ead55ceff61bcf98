// What DynamoDB does on its bad days, and what the repositories make of it.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import { ConcurrentChange, DuplicateEvent } from '../../../functions/domain/faults.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import {
  aCreation,
  aCustomer,
  addSubaccount,
  aSave,
  aSession,
  newId,
  newRef,
  noonMs,
} from '../contracts/samples.ts';
import { canceled, dynamoDbFault, startStubDynamoDb, type StubDynamoDb } from '../support/stub-dynamodb.ts';
import { testVault } from '../support/vault.ts';

let dynamoDb: StubDynamoDb;
let customers: CustomerRepository;
beforeEach(async () => {
  dynamoDb = await startStubDynamoDb();
  customers = createCustomerRepository(dynamoDb.table, testVault);
});
afterEach(() => dynamoDb.close());

const ref = newRef();
const customer = aCustomer(ref);
const held = 'None';

describe('a transaction that meets another one', () => {
  it('is a concurrent change, so that the use case tries again', async () => {
    dynamoDb.answer('TransactWriteItems', canceled('TransactionConflict', held));

    await expect(customers.save(aSave(customer))).rejects.toThrow(ConcurrentChange);
    await expect(customers.create(aCreation(customer))).rejects.toThrow(ConcurrentChange);
    await expect(addSubaccount(createSubaccountRepository(dynamoDb.table))).rejects.toThrow(ConcurrentChange);
  });

  it('is told from a duplicate event by which write was refused', async () => {
    const save = aSave(customer, {}, { eventId: newId('evt') });

    dynamoDb.answer('TransactWriteItems', canceled('ConditionalCheckFailed', held, held));
    await expect(customers.save(save)).rejects.toThrow(ConcurrentChange);

    dynamoDb.answer('TransactWriteItems', canceled(held, held, 'ConditionalCheckFailed'));
    await expect(customers.save(save)).rejects.toThrow(DuplicateEvent);
  });

  it.each(['reserveSession', 'markEventProcessed', 'releaseSession'] as const)(
    'makes a single write a concurrent change as well: %s',
    async (name) => {
      dynamoDb.answer('PutItem', dynamoDbFault('TransactionConflictException'));
      const calls = {
        reserveSession: () => customers.reserveSession(ref, aSession(), noonMs),
        releaseSession: () => customers.releaseSession(ref, aSession()),
        markEventProcessed: () => customers.markEventProcessed(newId('evt'), noonMs),
      };

      await expect(calls[name]()).rejects.toThrow(ConcurrentChange);
    },
  );
});

describe('a table that can’t be written', () => {
  it.each([
    ['is throttled', canceled('ThrottlingError', held), 'TransactionCanceledException'],
    ['is gone', dynamoDbFault('ResourceNotFoundException'), 'ResourceNotFoundException'],
    ['breaks down', dynamoDbFault('InternalServerError'), 'InternalServerError'],
  ])('throws what DynamoDB said where it %s', async (_, answer, name) => {
    dynamoDb.answer('TransactWriteItems', answer);

    await expect(customers.save(aSave(customer))).rejects.toMatchObject({ name });
    await expect(customers.create(aCreation(customer))).rejects.toMatchObject({ name });
  });
});

describe('the gate’s read', () => {
  it('is one strongly consistent request for customer and policy', async () => {
    dynamoDb.answer('BatchGetItem', { status: 200, body: { Responses: { ridegate: [] } } });

    expect(await customers.loadForGate(ref)).toBeNull();

    expect(dynamoDb.requests).toEqual([
      {
        operation: 'BatchGetItem',
        input: {
          RequestItems: {
            ridegate: {
              ConsistentRead: true,
              Keys: [
                { pk: { S: `SUB#${ref.subaccountId}#CUST#${ref.customerId}` }, sk: { S: 'PROFILE' } },
                { pk: { S: `SUB#${ref.subaccountId}` }, sk: { S: 'POLICY' } },
              ],
            },
          },
        },
      },
    ]);
  });

  it('fails where DynamoDB left a part unread, rather than find nobody', async () => {
    const unread = { Keys: [{ pk: { S: 'x' }, sk: { S: 'PROFILE' } }], ConsistentRead: true };
    dynamoDb.answer('BatchGetItem', {
      status: 200,
      body: { Responses: { ridegate: [] }, UnprocessedKeys: { ridegate: unread } },
    });

    await expect(customers.loadForGate(ref)).rejects.toThrow('unread');
  });

  it.each(['InternalServerError', 'ProvisionedThroughputExceededException', 'ResourceNotFoundException'])(
    'fails with DynamoDB: %s',
    async (name) => {
      dynamoDb.answer('BatchGetItem', dynamoDbFault(name));

      await expect(customers.loadForGate(ref)).rejects.toMatchObject({ name });
    },
  );

  it('fails for a customer that it can’t understand, e.g. one with a status of a later release', async () => {
    const item = {
      pk: { S: `SUB#${ref.subaccountId}#CUST#${ref.customerId}` },
      sk: { S: 'PROFILE' },
      identityStatus: { S: 'verified_twice' },
    };
    dynamoDb.answer('BatchGetItem', { status: 200, body: { Responses: { ridegate: [item] } } });

    await expect(customers.loadForGate(ref)).rejects.toThrow();
  });
});

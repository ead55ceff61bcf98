// Which lists a customer stands in, and that the filters look there.

import { describe, expect, it } from 'vitest';
import { inIndex, indexAttributes, indexFor } from '../../../functions/adapters/dynamodb/customer-indexes.ts';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import { aCustomer, cleared, dayMs, nowMs } from '../../support/builders.ts';

const now = new Date(nowMs).toISOString();
const required = { state: 'required', atMs: nowMs, reason: { kind: 'subaccount_policy' } } as const;
const yesterday = new Date(nowMs - dayMs).toISOString();

describe('a customer', () => {
  it.each([
    ['all', aCustomer(), yesterday],
    ['required', aCustomer({ requirement: required }), now],
    ['alternative_requested', aCustomer({ alternativeRequestedAtMs: nowMs }), now],
    ['pending', aCustomer({ identityStatus: 'pending', identityStatusAtMs: nowMs }), now],
    ['requires_input', aCustomer({ identityStatus: 'requires_input', identityStatusAtMs: nowMs }), now],
    ['failed', aCustomer({ identityStatus: 'failed', identityStatusAtMs: nowMs }), now],
    ['verified', aCustomer({ identityStatus: 'verified', identityStatusAtMs: nowMs }), now],
  ] as const)(
    'whom the filter %s shows stands where it looks, by the time since when',
    (filter, customer, since) => {
      const index = indexFor('metro', filter);

      expect(indexAttributes(customer)).toMatchObject({
        [index.pk]: index.partition,
        [index.sk]: `${since}#rider-1`,
      });
    },
  );

  it.each([
    ['never asked for anything', aCustomer()],
    ['cleared', aCustomer({ requirement: cleared })],
  ])('%s, stands in no list but that of all', (_, customer) => {
    expect(Object.keys(indexAttributes(customer))).toEqual(['creation_pk', 'creation_sk']);
  });
});

describe('what a cursor holds', () => {
  const query = (lastSortKey: string) => inIndex(indexFor('metro', 'all'), 'metro', lastSortKey);

  it('goes on after the customer that it names', () => {
    expect(query(`${now}#rider-1`).ExclusiveStartKey).toEqual({
      pk: 'SUB#metro#CUST#rider-1',
      sk: 'PROFILE',
      creation_pk: 'SUB#metro#CUSTOMERS',
      creation_sk: `${now}#rider-1`,
    });
  });

  it.each([`x${now}#rider-1`, `${now}#rider-1#`, `${now}#`, now, ''])('that reads %j is none', (text) => {
    const errors = [{ path: 'cursor', message: 'is not a cursor of this list' }];

    expect(() => query(text)).toThrow(InvalidInput);
    expect(() => query(text)).toThrow(expect.objectContaining({ faults: errors }));
  });
});

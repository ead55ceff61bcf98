// What logs, alarms and callers read of a fault.

import { describe, expect, it } from 'vitest';
import * as faults from '../../functions/domain/faults.ts';

const all = [
  faults.noSuchCustomer(),
  faults.noSuchSubaccount(),
  faults.alreadyVerified(),
  faults.verificationNotRequired(),
  new faults.Forbidden('not_yours', 'Not yours.'),
  new faults.InvalidInput([]),
  new faults.ConcurrentChange(),
  new faults.DuplicateEvent(),
  new faults.StripeUnavailable('down'),
  new faults.StripeRefused('resource_missing', 'No such session'),
  new faults.NotSetUp('no key'),
  new faults.WrongStripeKey('a live key'),
  new faults.StorageUnavailable('less than asked for'),
  new faults.Unreadable('doesn’t open'),
];

describe('a fault', () => {
  it.each(all)('$constructor.name goes by the name of its class, by which logs are searched', (fault) => {
    expect(fault.name).toBe(fault.constructor.name);
  });

  it('of every class is among these', () => {
    const classes = Object.values(faults).filter((fault) => fault.prototype instanceof Error);

    expect(new Set(all.map((fault) => fault.constructor))).toEqual(new Set(classes));
  });
});

describe('a caller is told in a sentence', () => {
  it.each<[string, { code: string; message: string }]>([
    ['customer_not_found', faults.noSuchCustomer()],
    ['subaccount_not_found', faults.noSuchSubaccount()],
    ['already_verified', faults.alreadyVerified()],
    ['verification_not_required', faults.verificationNotRequired()],
  ])('beside the code %s', (code, fault) => {
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(/^[A-Z].+\.$/);
  });

  it('where to look for the faults of his input', () => {
    expect(new faults.InvalidInput([]).message).toContain('errors');
  });
});

describe('unless told otherwise', () => {
  it('Stripe did not begin what it was unavailable for', () => {
    expect(new faults.StripeUnavailable('timed out').failed).toBe(false);
  });

  it('Stripe refused what was asked, not the key', () => {
    expect(new faults.StripeRefused(null, 'no').keyRefused).toBe(false);
  });
});

// Stripe's scheme holds for every body, and for no body that differs from the signed one.

import fc from 'fast-check';
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { isSignedByStripe } from '../../functions/use-cases/stripe-signature.ts';
import { nowMs } from '../support/builders.ts';

const secret = 'whsec_current';
const anyText = fc.string({ unit: 'binary', maxLength: 500 });

function sign(payload: string, key = secret): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret: key, timestamp: nowMs / 1000 });
}

describe('a signature by Stripe’s library', () => {
  it('is valid for the body that was signed, whatever it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(isSignedByStripe(Buffer.from(text), sign(text), [secret], nowMs)).toBe(true);
      }),
    );
  });

  it('is not valid for a body that differs in one bit', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(7), (text, position, bit) => {
        const body = Buffer.from(`x${text}`);
        const index = position % body.length;
        body[index] = (body[index] ?? 0) ^ (1 << bit);

        expect(isSignedByStripe(body, sign(`x${text}`), [secret], nowMs)).toBe(false);
      }),
    );
  });

  it('is not valid under any other secret', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        fc.pre(key !== secret);

        expect(isSignedByStripe(Buffer.from('{}'), sign('{}', key), [secret], nowMs)).toBe(false);
      }),
    );
  });

  it('is not valid where no secret is known', () => {
    expect(isSignedByStripe(Buffer.from('{}'), sign('{}'), [], nowMs)).toBe(false);
  });
});

describe('a header that Stripe’s library could have written otherwise', () => {
  const [time = '', digest = ''] = sign('{}').split(',');
  const isValid = (header: string) => isSignedByStripe(Buffer.from('{}'), header, [secret], nowMs);

  it.each([
    ['with blanks around its parts', ` ${time} , ${digest} `],
    ['with the signature first', `${digest},${time}`],
    ['with a scheme that we don’t know', `${time},v2=abc,${digest}`],
    ['with digits in capitals', `${time},v1=${digest.slice(3).toUpperCase()}`],
  ])('is valid %s', (_, header) => {
    expect(isValid(header)).toBe(true);
  });

  it.each([
    ['with a sign of equality within the signature', `${time},${digest.replace(/.$/, '=$&')}`],
    ['with more before the signature', `${time},v1=00${digest.slice(3)}`],
    ['with more after the signature', `${time},${digest}zz`],
    ['with the signature under another name', `${time},v2=${digest.slice(3)}`],
    ['with the signature as a part without a name', `${time},=${digest.slice(3)}`],
  ])('is not valid %s', (_, header) => {
    expect(isValid(header)).toBe(false);
  });
});

const anyHeaderLike = fc.string({ unit: fc.constantFrom('t', 'v', '1', '0', '=', ',', '.', 'a', ' ') });

describe('any other header', () => {
  it('is refused, and never breaks the check', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyHeaderLike), (header) => {
        expect(isSignedByStripe(Buffer.from('{}'), header, [secret], nowMs)).toBe(false);
      }),
    );
  });
});

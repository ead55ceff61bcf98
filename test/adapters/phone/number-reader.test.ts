import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberReader } from '../../../functions/adapters/phone/number-reader.ts';

const { read } = createNumberReader();

describe('a number’s digits', () => {
  it.each([
    ['a British mobile', '+447400123456', 'mobile', 'GB'],
    ['a London landline', '+442071838750', 'landline', 'GB'],
    ['a British VoIP number', '+445612345678', 'voip', 'GB'],
    ['a German mobile', '+4915123456789', 'mobile', 'DE'],
    ['an Austrian landline', '+4315133800', 'landline', 'AT'],
    ['a North American number, whose digits don’t tell', '+12133734253', null, 'US'],
    ['a Canadian one of the same country code', '+14165550123', null, 'CA'],
    ['a toll-free number', '+18002345678', null, 'US'],
    ['an international freephone number', '+80012345678', null, null],
    ['a number that can’t be', '+4912', null, null],
    ['no number', 'call me', null, null],
  ])('%s', (_, phone, type, country) => {
    expect(read(phone)).toEqual({ type, country });
  });

  it('are read without a fault, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+\d{1,15}$/)), (phone) => {
        expect(Object.keys(read(phone))).toEqual(['type', 'country']);
      }),
    );
  });
});

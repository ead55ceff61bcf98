import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageClaims,
  maskVerifiedData,
  unknownData as nothing,
  type VerifiedData,
} from '../../functions/domain/verified-data.ts';

const ada: VerifiedData = {
  firstName: 'Ada',
  lastName: 'Byron',
  dob: '1990-12-15',
  idType: 'driving_license',
  address: {
    line1: '12 St James Square',
    line2: null,
    city: 'London',
    state: 'Greater London',
    postalCode: 'SW1Y 4LB',
    country: 'GB',
  },
  idNumber: 'BYRON9901234',
  issuingCountry: 'GB',
  expirationDate: '2031-03-02',
};

describe('masking', () => {
  it('covers what identifies somebody, and leaves what tells documents apart', () => {
    expect(maskVerifiedData(ada)).toEqual({
      firstName: 'A•••',
      lastName: 'B•••',
      dob: '••••-••-15',
      idType: 'driving_license',
      address: { line1: '•••', line2: null, city: '•••', state: '•••', postalCode: '•••', country: 'GB' },
      idNumber: '••••1234',
      issuingCountry: 'GB',
      expirationDate: '••••-••-02',
    });
  });

  it('makes nothing of nothing', () => {
    expect(maskVerifiedData(nothing)).toEqual(nothing);
  });

  it.each([
    ['a combining mark', 'e\u0301lise', '\u00e9•••'],
    ['a mark that no single letter has', 'q\u0301ora', 'q\u0301•••'],
    ['a full-width letter', 'Ａｄａ', 'Ａ•••'],
    ['a surrogate pair', '𠮷野', '𠮷•••'],
    ['letters that are written as one', 'क्षमा', 'क्ष•••'],
    ['a single letter', 'O', '•••'],
    ['a single letter with its mark', 'e\u0301', '•••'],
  ])('shows the first letter of a name, as people count letters: %s', (_what, firstName, masked) => {
    expect(maskVerifiedData({ ...nothing, firstName }).firstName).toBe(masked);
  });

  it.each([
    ['1234567', '••••4567'],
    ['123456', '••••'],
    ['1', '••••'],
    ['ＡＢ１２３４５', '••••２３４５'],
  ])('shows the end of a number only where more stays covered: %s', (idNumber, masked) => {
    expect(maskVerifiedData({ ...nothing, idNumber }).idNumber).toBe(masked);
  });

  it('covers the whole of a date that is none', () => {
    expect(maskVerifiedData({ ...nothing, dob: '15 Dec 1990' }).dob).toBe('••••-••-••');
  });
});

/** Any text of one letter or more; our own cover would look like more was shown. */
const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => !/[•-]/.test(text));
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const lettersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment).filter((letter) => letter !== '•');

describe('whatever a document tells', () => {
  it('at most a letter of a name and four signs of a number are shown, and never all of it', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (firstName, lastName, idNumber) => {
        const masked = maskVerifiedData({ ...nothing, firstName, lastName, idNumber });
        for (const [shown, whole] of [
          [masked.firstName, firstName],
          [masked.lastName, lastName],
        ] as const) {
          expect(lettersOf(shown ?? '').length).toBeLessThanOrEqual(1);
          expect(shown).not.toContain(whole.normalize('NFC'));
        }
        expect(lettersOf(masked.idNumber ?? '').length).toBeLessThanOrEqual(4);
        expect(masked.idNumber).not.toContain(idNumber);
      }),
    );
  });

  it('nothing of an address is shown but its country, and of a date only the day of the month', () => {
    const anyPart = fc.option(anyText);
    const anyAddress = fc.record({
      line1: anyPart,
      line2: anyPart,
      city: anyPart,
      state: anyPart,
      postalCode: anyPart,
      country: fc.constantFrom(null, 'GB', 'DE'),
    });
    const anyDay = fc
      .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyAddress, anyDay, (address, dob) => {
        const masked = maskVerifiedData({ ...nothing, address, dob, expirationDate: dob });
        const { country, ...covered } = masked.address ?? {};
        expect(country).toBe(address.country);
        for (const [name, part] of Object.entries(covered)) {
          expect(part).toBe(address[name as keyof typeof address] === null ? null : '•••');
        }
        expect([masked.dob, masked.expirationDate]).toEqual(Array(2).fill(`••••-••-${dob.slice(-2)}`));
      }),
    );
  });
});

describe('age claims', () => {
  const onTheEve = Date.UTC(2026, 0, 14, 23, 59);
  const onTheDay = Date.UTC(2026, 0, 15);
  const born = (year: number) => ({ year, month: 1, day: 15 });

  it.each([
    ['unknown date', null, 21, onTheDay, { over18: null, overMinimumAge: null }],
    ['the eve of 18', born(2008), null, onTheEve, { over18: false, overMinimumAge: null }],
    ['18 today', born(2008), null, onTheDay, { over18: true, overMinimumAge: null }],
    ['18, where 21 is asked', born(2008), 21, onTheDay, { over18: true, overMinimumAge: false }],
    ['16, where 16 is asked', born(2010), 16, onTheDay, { over18: false, overMinimumAge: true }],
    ['the eve of 21', born(2005), 21, onTheEve, { over18: true, overMinimumAge: false }],
    ['21 today', born(2005), 21, onTheDay, { over18: true, overMinimumAge: true }],
  ] as const)('%s', (_when, dob, minimumAge, atMs, claims) => {
    expect(ageClaims(dob, minimumAge, atMs)).toEqual(claims);
  });
});

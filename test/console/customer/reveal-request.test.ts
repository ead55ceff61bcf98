import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  isRedactedSince,
  linksDieAtMs,
  revealableFields,
} from '../../../console/pages/customer/identity/reveal-request.ts';
import { verifiedFieldNames } from '../../../functions/domain/verified-data.ts';

describe('what is asked for', () => {
  it('can be every field that the API reveals', () => {
    expect([...revealableFields]).toEqual([...Object.values(verifiedFieldNames), 'images']);
  });

  it.each([
    ['all', undefined],
    ['images', 'images'],
  ] as const)('%s', (choice, fields) => {
    expect(fieldsOf(choice, [])).toBe(fields);
  });

  it('leaves images out where only the data is wanted', () => {
    expect(fieldsOf('data', [])?.split(',')).toEqual(Object.values(verifiedFieldNames));
  });

  it('is what was chosen, and nothing where nothing was', () => {
    expect(fieldsOf('some', ['images', 'identity_dob'])).toBe('identity_dob,images');
    expect(fieldsOf('some', [])).toBeNull();
  });
});

describe('how long links live', () => {
  const report = (expiresAt: string) => ({
    revealed_at: '2026-03-01T12:00:00.000Z',
    images: [{ expires_at: expiresAt }],
  });

  it('is told by how long they had when they were made, whatever this machine’s clock says', () => {
    expect(linksDieAtMs(report('2026-03-01T12:00:27.000Z'), 5_000)).toBe(32_000);
  });

  it('is never more than 30 seconds, and never negative', () => {
    expect(linksDieAtMs(report('2026-03-01T13:00:00.000Z'), 0)).toBe(30_000);
    expect(linksDieAtMs(report('2026-03-01T11:00:00.000Z'), 0)).toBe(0);
  });
});

describe('what was revealed', () => {
  const revealed = { revealed_at: '2026-03-01T12:00:00.000Z' };

  it.each([
    [null, false],
    ['2026-03-01T11:00:00.000Z', false],
    ['2026-03-01T12:01:00.000Z', true],
  ])('with a redaction at %s is gone: %s', (at, isGone) => {
    expect(isRedactedSince({ identity_redaction_requested_at: at }, revealed)).toBe(isGone);
  });
});

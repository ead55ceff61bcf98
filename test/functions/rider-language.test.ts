// Riders read their next step in the language that their app asks for.

import { describe, expect, it } from 'vitest';
import { nextStepFor } from '../../functions/domain/next-step.ts';
import { riderLanguageOf } from '../../functions/shared/rider-language.ts';

describe('the language of a rider', () => {
  it.each([
    ['de', 'de'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['fr-CA', 'fr'],
    ['es-419,es;q=0.5', 'es'],
    ['nl-BE', 'nl'],
    ['en-GB,de;q=0.5', 'en'],
    ['ja, fr;q=0.2', 'fr'],
    ['de;q=0, es;q=0.1', 'es'],
    ['ja', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['nonsense;;q=,,', 'en'],
  ])('“%s” is answered in %s', (header, language) => {
    expect(riderLanguageOf(header)).toBe(language);
  });

  it('is one that every next step is written in', () => {
    expect(nextStepFor('document_expired', riderLanguageOf('de-CH'))).toContain('abgelaufen');
  });
});

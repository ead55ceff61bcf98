import { createTranslator } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { de } from '../../../console/messages/de/index.ts';
import { en } from '../../../console/messages/en/index.ts';
import { fr } from '../../../console/messages/fr/index.ts';
import { customerActions } from '../../../functions/domain/customer-change.ts';
import { allowCodes, blockCodes } from '../../../functions/domain/ride-gate.ts';

const languages = { en, de, fr };

describe.each(Object.entries(languages))('in %s', (locale, messages) => {
  it.each(customerActions)('the timeline has a sentence for %s', (action) => {
    expect(messages.customer.timeline.sentences[action]).not.toBe('');
  });

  it.each([...allowCodes, ...blockCodes])('the gate’s answer %s is said in words', (code) => {
    expect(messages.customer.gate[code]).not.toBe('');
  });

  it('sentences with numbers say them', () => {
    const said = createTranslator({
      locale,
      messages: messages.customer,
      onError: (error) => {
        throw error;
      },
    });
    expect(said('signals.sentences.recently_ported_number.yes', { days: 5, threshold: 30 })).toMatch(/5.*30/);
    expect(said('signals.sentences.ip_gps_mismatch.yes', { distance: 812, threshold: 200 })).toMatch(
      /812.*200/,
    );
    expect(said('identity.viewer.dies', { count: 2, seconds: 27 })).toContain('27');
    expect(said('timeline.sentences.risk_assessed', { score: 75, level: 'x' })).toContain('75/100');
  });
});

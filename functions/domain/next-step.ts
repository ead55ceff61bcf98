// The plain next step that a rider reads for each of Stripe's error codes (last_error.code), in his language.

import { dutch } from './next-steps/dutch.ts';
import { english } from './next-steps/english.ts';
import { french } from './next-steps/french.ts';
import { german } from './next-steps/german.ts';
import type { NextStepCode, NextStepTexts } from './next-steps/next-step-texts.ts';
import { spanish } from './next-steps/spanish.ts';

/** ISO 639 codes; the first is what everybody gets whose language isn't here. */
export const riderLanguages = ['en', 'de', 'fr', 'es', 'nl'] as const;
export type RiderLanguage = (typeof riderLanguages)[number];

const texts: Record<RiderLanguage, NextStepTexts> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
};

/** The codes that have a next step of their own. */
export const knownErrorCodes: readonly string[] = Object.keys(english.steps);

/** New codes come from Stripe at any time, so an unknown one gets the general advice. */
export function nextStepFor(code: string | null, language: RiderLanguage = 'en'): string {
  const { steps, general } = texts[language];
  return code !== null && isKnown(code) ? steps[code] : general;
}

function isKnown(code: string): code is NextStepCode {
  return Object.hasOwn(english.steps, code);
}

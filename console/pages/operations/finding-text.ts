// Says what isn't as it should be, in a sentence.

import { useFormatter, useTranslations } from 'use-intl';
import { useAgeText } from './age-text.ts';
import type { Finding } from './health-verdict.ts';

/** `nowMs` is when the numbers were read. */
export function useFindingText(nowMs: number): (finding: Finding) => string {
  const t = useTranslations('operations.verdict');
  const format = useFormatter();
  const ageText = useAgeText();
  return (finding) => {
    switch (finding.is) {
      case 'failing':
        return t('failing.text', { failed: finding.failed, tries: finding.tries });
      case 'stopped':
      case 'maybe_stopped': {
        const { waiting, lastAt } = finding;
        const ago = lastAt === null ? t('never') : format.relativeTime(new Date(lastAt), nowMs);
        return t(`${finding.is}.text`, { waiting, ago });
      }
      case 'given_up':
        return t('given_up.text', { letters: finding.letters });
      case 'late': {
        const { medianSeconds, waiting } = finding;
        return medianSeconds === null
          ? t('late.unknownAge', { waiting })
          : t('late.text', { age: ageText(medianSeconds), waiting });
      }
      case 'silent':
        return t('silent.text', { hours: finding.hours });
    }
  };
}

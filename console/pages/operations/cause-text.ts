import { useTranslations } from 'use-intl';
import { causeKindOf } from './causes.ts';

/** What a cause of the API's means, and what to do about it. */
export function useCauseText(): { what: (cause: string) => string; advice: (cause: string) => string } {
  const t = useTranslations('operations.causes');
  return {
    what: (cause) => t(`${causeKindOf(cause)}.what`),
    advice: (cause) => t(`${causeKindOf(cause)}.advice`),
  };
}

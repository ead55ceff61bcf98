// Stripe Radar's word for how risky a payment is, in the viewer's language.

import { useTranslations } from 'use-intl';

const levels = ['normal', 'elevated', 'highest', 'not_assessed', 'unknown'] as const;

/** Says a level; one that came later is shown as it is, and none at all is unknown. */
export function useRiskLevelText(): (level: string | null) => string {
  const t = useTranslations('common.riskLevels');
  return (level) => {
    const known = levels.find((candidate) => candidate === level);
    return known === undefined ? (level ?? t('unknown')) : t(known);
  };
}

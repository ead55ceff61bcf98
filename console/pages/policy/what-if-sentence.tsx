import Box from '@cloudscape-design/components/box';
import LiveRegion from '@cloudscape-design/components/live-region';
import { useFormatter, useTranslations } from 'use-intl';
import type { Rules } from './policy-rules.ts';
import { useRuleText } from './rule-text.ts';
import type { Price } from '../../parts/price/price.ts';
import { consequenceOf, type Simulation } from './what-if.ts';

/** Who would be asked to verify, of how many, at what cost: at once where the browser can tell, then by the API. */
export function WhatIfSentence({
  rules,
  price,
  simulation,
  isCurrent,
}: {
  rules: Rules;
  price: Price;
  simulation: Simulation;
  isCurrent: boolean;
}) {
  const t = useTranslations('policy.whatIf');
  const format = useFormatter();
  const textOf = useRuleText();
  const consequence = consequenceOf(rules, price, { simulation, isCurrent });
  if (consequence === null) return <Box color="text-status-inactive">{t('counting')}</Box>;
  const exempt = rules.identity_exempt_customers_created_before;
  const sentence = t(sentenceFor(rules), {
    threshold: rules.identity_verification_risk_threshold,
    moment: textOf('identity_exempt_customers_created_before', exempt),
    flagged: format.number(consequence.flagged),
    seen: format.number(consequence.seen),
    cost: format.number(consequence.cost, { style: 'currency', currency: price.currency }),
  });
  return (
    <div>
      <Box fontSize="heading-s">{sentence}</Box>
      <Box color="text-body-secondary" fontSize="body-s">
        {t('notCounted')}
      </Box>
      {/* Read out when the API has counted, not at each step of the slider. */}
      <LiveRegion hidden>{consequence.isConfirmed ? sentence : ''}</LiveRegion>
    </div>
  );
}

/** The same in short. */
export function useShortConsequence(rules: Rules, price: Price) {
  const t = useTranslations('policy.bar');
  const format = useFormatter();
  return (simulation: Simulation | undefined, isCurrent: boolean): string => {
    const consequence =
      simulation === undefined ? null : consequenceOf(rules, price, { simulation, isCurrent });
    if (consequence === null) return '';
    return t('consequence', {
      flagged: format.number(consequence.flagged),
      seen: format.number(consequence.seen),
      cost: format.number(consequence.cost, { style: 'currency', currency: price.currency }),
    });
  };
}

function sentenceFor(rules: Rules) {
  switch (rules.identity_verification_mode) {
    case 'disabled':
      return 'disabled';
    case 'all_users':
      return rules.identity_exempt_customers_created_before === null ? 'all_users' : 'all_users_exempt';
    case 'risk_based':
      return rules.identity_unscored_payment === 'require' ? 'risk_based_unscored' : 'risk_based';
  }
}

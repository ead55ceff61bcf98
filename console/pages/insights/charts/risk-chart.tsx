// Payments by risk score, and where the policy in force draws the line. The unscored have no place on the axis.

import BarChart from '@cloudscape-design/components/bar-chart';
import Box from '@cloudscape-design/components/box';
import { useFormatter, useTranslations } from 'use-intl';
import { type Policy, usePolicy } from '../../../api/policy.ts';
import { ChartCard } from '../../../parts/chart-card.tsx';
import { FailureAlert } from '../../../parts/failure-alert.tsx';
import { axisEnd, type RiskPlace, riskPlaces, type Stats, unscoredIn } from '../chart-data.ts';
import { useChartTexts } from './chart-texts.ts';

export function RiskChart({ subaccountId, stats }: { subaccountId: string; stats: Stats }) {
  const t = useTranslations('insights.risk');
  const nameOf = useScoreName();
  const { data: policy, error, refetch } = usePolicy(subaccountId);
  const unscored = unscoredIn(stats.risk_scores);
  return (
    <ChartCard
      fitHeight
      title={t('title')}
      description={t('description')}
      fileName={`risk-scores-${stats.from}-${stats.to}`}
      table={{
        columns: [t('score'), t('unit')],
        rows: stats.risk_scores.map(({ score, charges }) => [nameOf(score), charges]),
      }}
    >
      <RiskBars places={riskPlaces(stats.risk_scores, thresholdOf(policy))} threshold={thresholdOf(policy)} />
      {policy === undefined && error !== null && (
        <FailureAlert failure={error} retry={() => void refetch()} />
      )}
      {policy !== undefined && (
        <Box color="text-body-secondary">
          {thresholdOf(policy) === null
            ? t('noThreshold')
            : t('thresholdText', { threshold: policy.identity_verification_risk_threshold })}{' '}
          {t('unscored', { count: unscored })}{' '}
          {thresholdOf(policy) !== null && t(`unscoredRule.${policy.identity_unscored_payment}`)}
        </Box>
      )}
    </ChartCard>
  );
}

function RiskBars({ places, threshold }: { places: readonly RiskPlace[]; threshold: number | null }) {
  const t = useTranslations('insights.risk');
  const format = useFormatter();
  const nameOf = useScoreName();
  const { i18nStrings, count, summaryOf } = useChartTexts();
  const scores = places.filter((place) => place.kind === 'score');
  const thresholdText = threshold === null ? '' : t('threshold', { threshold });
  const rows = scores.map(({ score, charges }) => ({ text: nameOf(score), count: charges }));
  return (
    <BarChart
      hideFilter
      hideLegend={threshold === null}
      height={220}
      series={[
        {
          type: 'bar',
          title: t('unit'),
          data: scores.map(({ score, charges }) => ({ x: String(score), y: charges })),
          valueFormatter: (value) => format.number(value),
        },
        ...(threshold === null
          ? []
          : [{ type: 'threshold' as const, title: thresholdText, x: thresholdPlace }]),
      ]}
      xDomain={places.map((place) => (place.kind === 'score' ? String(place.score) : thresholdPlace))}
      yDomain={[0, axisEnd(scores.map(({ charges }) => charges))]}
      xTickFormatter={(place) =>
        place === thresholdPlace
          ? t('tick', { threshold: threshold ?? 0 })
          : nameOf(Number(place)).replace(' ', '\n')
      }
      yTickFormatter={count}
      xTitle={t('score')}
      yTitle={t('unit')}
      ariaLabel={t('title')}
      ariaDescription={[summaryOf(rows), thresholdText].filter((text) => text !== '').join('. ')}
      i18nStrings={i18nStrings}
    />
  );
}

const thresholdPlace = 'threshold';

/** Only a policy that goes by risk has a threshold that does anything. */
function thresholdOf(policy: Policy | undefined): number | null {
  return policy?.identity_verification_mode === 'risk_based'
    ? policy.identity_verification_risk_threshold
    : null;
}

/** Scores have levels of Stripe's. */
const levels: Readonly<Record<number, 'normal' | 'elevated' | 'highest'>> = {
  10: 'normal',
  50: 'elevated',
  75: 'highest',
};

function useScoreName(): (score: number | null) => string {
  const t = useTranslations();
  return (score) => {
    if (score === null) return t('insights.risk.notScored');
    const level = levels[score];
    return level === undefined ? String(score) : `${score} (${t(`common.riskLevels.${level}`)})`;
  };
}

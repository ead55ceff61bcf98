// Customers by risk score on a true scale, with the threshold where it cuts.

import Box from '@cloudscape-design/components/box';
import { useTranslations } from 'use-intl';
import { ChartCard } from '../../parts/chart-card.tsx';
import { drawnBars } from './chart-geometry.ts';
import type { Rules } from './policy-rules.ts';
import { RiskDrawing } from './risk-drawing.tsx';
import { riskBars, type Simulation } from './what-if.ts';

export function RiskChart({
  simulation,
  rules,
  fileName,
}: {
  simulation: Simulation;
  rules: Rules;
  fileName: string;
}) {
  const t = useTranslations('policy.chart');
  const bars = riskBars(simulation.risk_scores, rules);
  const mode = rules.identity_verification_mode;
  return (
    <ChartCard
      title={t('title')}
      description={t('text')}
      fileName={fileName}
      table={{
        columns: [t('score'), t('customers'), t('flagged')],
        rows: bars.map(({ score, customers, flagged }) => [
          score ?? t('unscored'),
          customers,
          mode === 'all_users' ? null : flagged,
        ]),
      }}
    >
      {simulation.customers_seen === 0 ? (
        <Box color="text-status-inactive">{t('noCustomers')}</Box>
      ) : (
        <>
          <RiskDrawing
            bars={drawnBars(bars)}
            threshold={rules.identity_verification_risk_threshold}
            isIdle={mode !== 'risk_based'}
            label={
              mode === 'all_users'
                ? t('plainLabel', { seen: simulation.customers_seen })
                : t('label', {
                    threshold: rules.identity_verification_risk_threshold,
                    flagged: bars.reduce((sum, { flagged }) => sum + flagged, 0),
                    seen: simulation.customers_seen,
                  })
            }
          />
          {mode !== 'all_users' && <Legend />}
          {mode === 'all_users' && <Box color="text-body-secondary">{t('allUsers')}</Box>}
        </>
      )}
    </ChartCard>
  );
}

function Legend() {
  const t = useTranslations('policy.chart');
  return (
    <ul className="risk-legend">
      {(['flagged', 'others'] as const).map((kind) => (
        <li key={kind}>
          <svg className="risk-chart" viewBox="0 0 14 14" aria-hidden="true">
            <rect
              width="14"
              height="14"
              className="others"
              {...(kind === 'flagged' && { fill: 'url(#risk-hatch)', className: '' })}
            />
          </svg>
          {t(kind === 'flagged' ? 'legendFlagged' : 'legendOthers')}
        </li>
      ))}
    </ul>
  );
}

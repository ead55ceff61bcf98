// Customers by risk score on a true scale, with the threshold where it cuts.

import Box from '@cloudscape-design/components/box';
import { useFormatter, useTranslations } from 'use-intl';
import { ChartCard } from '../../parts/chart-card.tsx';
import { chart, type DrawnBar, drawnBars, scoreX } from './chart-geometry.ts';
import type { Rules } from './policy-rules.ts';
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
          <Drawing
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

function Drawing({
  bars,
  threshold,
  isIdle,
  label,
}: {
  bars: readonly DrawnBar[];
  threshold: number;
  isIdle: boolean;
  label: string;
}) {
  const t = useTranslations('policy.chart');
  const { size, plot, unscoredAt } = chart;
  const x = scoreX(threshold);
  return (
    <svg className="risk-chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      <defs>
        {/* Not by colour alone. */}
        <pattern id="risk-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" className="flagged" />
          <path d="M0 6 L6 0" className="hatch" />
        </pattern>
      </defs>
      <line
        x1={x}
        x2={x}
        y1={20}
        y2={plot.bottom}
        className={isIdle ? 'threshold-line idle' : 'threshold-line'}
      />
      {bars.map((bar) => (
        <Bar key={bar.score} bar={bar} />
      ))}
      <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} className="axis" />
      <line x1={unscoredAt - 36} x2={unscoredAt + 36} y1={plot.bottom} y2={plot.bottom} className="axis" />
      {[0, 10, 50, 75, 100].map((score) => (
        <text key={score} x={scoreX(score)} y={plot.bottom + 16} textAnchor="middle">
          {score}
        </text>
      ))}
      <text x={unscoredAt} y={plot.bottom + 16} textAnchor="middle">
        {t('unscored')}
      </text>
      <text x={(plot.left + plot.right) / 2} y={plot.bottom + 34} textAnchor="middle">
        {t('axis')}
      </text>
      <text
        x={x}
        y={14}
        className="threshold-label"
        textAnchor={threshold < 20 ? 'start' : threshold > 80 ? 'end' : 'middle'}
      >
        {t('threshold', { threshold })}
      </text>
    </svg>
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

function Bar({ bar: { x, top, height, flagged, flaggedHeight, customers } }: { bar: DrawnBar }) {
  const format = useFormatter();
  const { barWidth, plot } = chart;
  return (
    <g>
      <rect x={x} y={top} width={barWidth} height={height} className="others" />
      <rect
        x={x}
        y={plot.bottom - flaggedHeight}
        width={barWidth}
        height={flaggedHeight}
        fill="url(#risk-hatch)"
      />
      <text x={x + barWidth / 2} y={top - 6} textAnchor="middle">
        {flagged > 0 ? `${format.number(flagged)}/${format.number(customers)}` : format.number(customers)}
      </text>
    </g>
  );
}

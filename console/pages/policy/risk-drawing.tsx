// The bars of customers by risk score, with the threshold where it cuts. The card around it has the same as a table.

import { useFormatter, useTranslations } from 'use-intl';
import { chart, type DrawnBar, scoreX } from './chart-geometry.ts';

export function RiskDrawing({
  bars,
  threshold,
  isIdle,
  label,
}: {
  bars: readonly DrawnBar[];
  threshold: number;
  /** Whether the threshold decides nothing in this mode. */
  isIdle: boolean;
  /** The drawing in words. */
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

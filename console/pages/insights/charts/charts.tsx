// The charts of a period, two beside each other where there is room.

import Grid from '@cloudscape-design/components/grid';
import { useIsNarrow } from '../../../parts/narrow.ts';
import { mostBars, type Stats, stretchesOf } from '../chart-data.ts';
import { CostChart } from './cost-chart.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { OutcomeChart } from './outcome-chart.tsx';
import { ReasonsChart } from './reasons-chart.tsx';
import { RiskChart } from './risk-chart.tsx';
import { TimeChart } from './time-chart.tsx';

const half = { colspan: { default: 12, s: 6 } } as const;

export function Charts({ subaccountId, stats }: { subaccountId: string; stats: Stats }) {
  const stretches = stretchesOf(stats.days, useIsNarrow() ? mostBars.narrow : mostBars.wide);
  return (
    <Grid gridDefinition={[half, half, half, half, half, half]}>
      <FunnelChart stats={stats} />
      <ReasonsChart stats={stats} />
      <RiskChart subaccountId={subaccountId} stats={stats} />
      <TimeChart stats={stats} />
      <OutcomeChart stats={stats} stretches={stretches} />
      <CostChart stats={stats} stretches={stretches} />
    </Grid>
  );
}

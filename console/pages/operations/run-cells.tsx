// What is told of one run of the reconciler.

import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { useTranslations } from 'use-intl';
import { Moment } from '../../parts/moment.tsx';
import { useIsNarrow } from '../../parts/narrow.ts';
import { useAgeText } from './age-text.ts';
import { useCauseText } from './cause-text.ts';
import type { ReconcilerRun } from './operations-types.ts';
import { secondsTaken, toldCounts } from './run-reports.ts';

const looks = {
  completed: 'success',
  stopped_early: 'stopped',
  failed: 'error',
} as const satisfies Record<ReconcilerRun['outcome'], StatusIndicatorProps.Type>;

type OfRun = { run: ReconcilerRun };

/** Columns of a table, or on a phone one with all of it. */
export function useRunColumns(): readonly TableProps.ColumnDefinition<ReconcilerRun>[] {
  const t = useTranslations('operations.runs.columns');
  const isNarrow = useIsNarrow();
  const started = { id: 'started', header: t('started'), isRowHeader: true };
  if (isNarrow) {
    return [
      {
        ...started,
        cell: (run) => (
          <div className="operations-letter">
            <span>
              <Moment at={run.started_at} /> · <Took run={run} />
            </span>
            <Outcome run={run} />
            <Counts run={run} />
          </div>
        ),
      },
    ];
  }
  return [
    { ...started, cell: ({ started_at }) => <Moment at={started_at} />, minWidth: 170 },
    { id: 'took', header: t('took'), cell: (run) => <Took run={run} />, minWidth: 90 },
    { id: 'outcome', header: t('outcome'), cell: (run) => <Outcome run={run} />, minWidth: 200 },
    { id: 'counts', header: t('counts'), cell: (run) => <Counts run={run} />, minWidth: 240 },
  ];
}

function Took({ run }: OfRun) {
  const ageText = useAgeText();
  return <span className="numeric">{ageText(secondsTaken(run))}</span>;
}

/** With the cause of each part that failed. */
function Outcome({ run: { outcome, open_sessions, undelivered_events } }: OfRun) {
  const t = useTranslations('operations.runs');
  const { what } = useCauseText();
  return (
    <>
      <StatusIndicator type={looks[outcome]} wrapText>
        {t(`outcomes.${outcome}`)}
      </StatusIndicator>
      {open_sessions.cause !== null && <Box>{t('sessionsFailed', { cause: what(open_sessions.cause) })}</Box>}
      {undelivered_events.cause !== null && (
        <Box>{t('eventsFailed', { cause: what(undelivered_events.cause) })}</Box>
      )}
    </>
  );
}

function Counts({ run }: OfRun) {
  const t = useTranslations('operations.runs');
  const told = toldCounts(run.counts);
  if (told.length === 0) return <Box color="text-body-secondary">{t('nothing')}</Box>;
  return told.map(({ name, count }) => t(`counts.${name}`, { count })).join(', ');
}

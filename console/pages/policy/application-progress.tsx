import Box from '@cloudscape-design/components/box';
import LiveRegion from '@cloudscape-design/components/live-region';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useFormatter, useTranslations } from 'use-intl';
import { Moment } from '../../parts/moment.tsx';
import { useActorText } from './actor-text.ts';
import { type Application, isUnderWay } from './queries.ts';

const indicators = {
  queued: 'pending',
  running: 'in-progress',
  done: 'success',
  failed: 'error',
  superseded: 'stopped',
} as const satisfies Record<Application['status'], StatusIndicatorProps.Type>;

/** How far an application is, in words and, while it runs and the total is known, as a bar. */
export function ApplicationProgress({
  application,
  total,
}: {
  application: Application;
  total: number | null;
}) {
  const t = useTranslations('policy.apply');
  const format = useFormatter();
  const actorText = useActorText();
  const { status, processed, flagged, policy_version, requested_by, requested_at } = application;
  const isRunning = isUnderWay(application);
  const hasTotal = isRunning && total !== null && total > 0;
  const numbers =
    hasTotal && processed <= total
      ? t('ofTotal', { processed: format.number(processed), total: format.number(total), flagged })
      : t('numbers', { processed, flagged });
  return (
    <div>
      <LiveRegion>
        <StatusIndicator type={indicators[status]} wrapText>
          {t(`status.${status}`)}
        </StatusIndicator>
      </LiveRegion>
      {hasTotal ? (
        <ProgressBar
          ariaLabel={t('progress')}
          // Customers may have come since they were counted.
          value={Math.min(99, (100 * processed) / total)}
          additionalInfo={numbers}
        />
      ) : (
        <Box>{numbers}</Box>
      )}
      <Box color="text-body-secondary" fontSize="body-s">
        {t('by', { version: policy_version, actor: actorText(requested_by) })}, <Moment at={requested_at} />
      </Box>
    </div>
  );
}

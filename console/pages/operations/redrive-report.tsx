// What a redrive would do, does, and did, in words.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useTranslations } from 'use-intl';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import type { RedriveCounts } from './redrive.ts';
import type { RedriveStep } from './use-redrive.ts';

export function RedriveReport({ step }: { step: RedriveStep }) {
  const t = useTranslations('operations.redrive');
  switch (step.is) {
    case 'looking':
      return (
        <LiveRegion>
          <StatusIndicator type="loading">{t('looking')}</StatusIndicator>
        </LiveRegion>
      );
    case 'look_failed':
      return <FailureAlert failure={step.failure} />;
    case 'ready':
      return (
        <SpaceBetween size="s">
          <Preview counts={step.preview} />
          <RedriveFailure failure={step.failure} />
        </SpaceBetween>
      );
    case 'running':
      return (
        <LiveRegion>
          <StatusIndicator type="in-progress">
            {step.soFar === 0 ? t('running') : t('runningFrom', { count: step.soFar })}
          </StatusIndicator>
        </LiveRegion>
      );
    case 'done':
      return (
        <SpaceBetween size="s">
          <Result counts={step.result} total={step.total} />
          <RedriveFailure failure={step.failure} />
        </SpaceBetween>
      );
  }
}

function Preview({ counts }: { counts: RedriveCounts }) {
  const t = useTranslations('operations.redrive');
  const { matched, skipped, notReached, heldByOthers } = counts;
  return (
    <SpaceBetween size="s">
      <LiveRegion>
        <strong>{t('preview', { matched, skipped, notReached })}</strong>
      </LiveRegion>
      {matched > 0 && <Box>{t('previewText')}</Box>}
      {matched + notReached === 0 && <Box>{t('nothing')}</Box>}
      <Skipped count={skipped} />
      {heldByOthers > 0 && <Alert type="info">{t('held', { count: heldByOthers })}</Alert>}
      {notReached > heldByOthers && <Box color="text-body-secondary">{t('notReached')}</Box>}
    </SpaceBetween>
  );
}

/** `total` is of all calls of this dialog. */
function Result({ counts, total }: { counts: RedriveCounts; total: number }) {
  const t = useTranslations('operations.redrive');
  const { left, skipped, notReached, heldByOthers } = counts;
  const remaining = left + notReached;
  return (
    <SpaceBetween size="s">
      <LiveRegion>
        <StatusIndicator type={remaining === 0 && total > 0 ? 'success' : 'info'} wrapText>
          {t('done', { count: total, remaining })}
        </StatusIndicator>
      </LiveRegion>
      {total > 0 && <Box>{t('complete')}</Box>}
      {left > 0 && <Alert type="warning">{t('left', { count: left })}</Alert>}
      {heldByOthers > 0 && <Alert type="info">{t('heldAfter', { count: heldByOthers })}</Alert>}
      {notReached > heldByOthers && (
        <Alert type="info">{t('rest', { count: notReached - heldByOthers })}</Alert>
      )}
      <Skipped count={skipped} />
    </SpaceBetween>
  );
}

function Skipped({ count }: { count: number }) {
  const t = useTranslations('operations.redrive');
  return count > 0 && <Alert type="warning">{t('skipped', { count })}</Alert>;
}

function RedriveFailure({ failure }: { failure: unknown }) {
  const t = useTranslations('operations.redrive');
  if (failure === null) return null;
  return (
    <SpaceBetween size="xs">
      <FailureAlert failure={failure} />
      <Box color="text-body-secondary">{t('failedHint')}</Box>
    </SpaceBetween>
  );
}

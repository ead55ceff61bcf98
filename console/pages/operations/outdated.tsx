// Says that what is shown could not be read anew, and from when it is.

import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useTranslations } from 'use-intl';
import { useFailureText } from '../../parts/failure-alert.tsx';
import { useAgoText } from '../../parts/refresh.tsx';

export function Outdated({
  failure,
  updatedAtMs,
  retry,
}: {
  /** Null where nothing failed. */
  failure: unknown;
  updatedAtMs: number;
  retry: () => void;
}) {
  const t = useTranslations('common');
  const agoText = useAgoText(5000);
  const failureText = useFailureText();
  if (failure === null) return null;
  return (
    <StatusIndicator type="warning" wrapText>
      {t('refresh.failed')} {t('refresh.failedSince', { ago: agoText(updatedAtMs) })}{' '}
      <LiveRegion tagName="span">{failureText(failure)}</LiveRegion>{' '}
      <Button variant="inline-link" onClick={retry}>
        {t('retry')}
      </Button>
    </StatusIndicator>
  );
}

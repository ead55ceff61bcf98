// Says that what is shown could not be read anew, and from when it is.

import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useFormatter, useTranslations } from 'use-intl';
import { useFailureText } from '../../parts/failure-alert.tsx';
import { useNow } from '../../parts/now.ts';

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
  const t = useTranslations('operations');
  const common = useTranslations('common');
  const format = useFormatter();
  const failureText = useFailureText();
  const now = useNow(5000);
  if (failure === null) return null;
  const ago = format.relativeTime(updatedAtMs, Math.max(now, updatedAtMs));
  return (
    <StatusIndicator type="warning" wrapText>
      {t('outdated', { ago })} <LiveRegion tagName="span">{failureText(failure)}</LiveRegion>{' '}
      <Button variant="inline-link" onClick={retry}>
        {common('retry')}
      </Button>
    </StatusIndicator>
  );
}

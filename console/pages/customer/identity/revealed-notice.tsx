// Who looked, until when it stays on the screen, where it was read from, and why there are no images.

import Alert from '@cloudscape-design/components/alert';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useFormatter, useTranslations } from 'use-intl';
import { Moment } from '../../../parts/moment.tsx';
import type { Revealed } from './use-reveal.ts';

export function RevealedNotice({ revealed }: { revealed: Revealed }) {
  const t = useTranslations('customer.identity');
  const format = useFormatter();
  const { report, hiddenAtMs } = revealed;
  const until = format.dateTime(hiddenAtMs, { timeStyle: 'short' });
  const unavailable = report.images_unavailable ?? null;
  return (
    <LiveRegion>
      <SpaceBetween size="xs">
        <Alert type="info">
          {t.rich('revealedNotice', { time: () => <Moment at={report.revealed_at} />, until })}{' '}
          {report.source === 'stripe' && t('sourceStripe')}
          {report.source === 'stored' &&
            report.captured_at !== null &&
            t.rich('sourceStored', { time: () => <Moment at={report.captured_at ?? ''} /> })}
        </Alert>
        {unavailable !== null && <Alert type="warning">{t(`imagesUnavailable.${unavailable}`)}</Alert>}
      </SpaceBetween>
    </LiveRegion>
  );
}

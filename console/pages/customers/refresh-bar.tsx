// How old the lists are, what is held back, and a button for each. It has its place from the beginning, so that
// nothing below it moves when there is something to say.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { RefreshButton, UpdatedAgo, useAgoText } from '../../parts/refresh.tsx';
import type { News } from './steady-lists.ts';

export function RefreshBar({
  updatedAtMs,
  hasFailed,
  isBusy,
  news,
  onRefresh,
  onShow,
}: {
  /** When the API last answered; 0 before it ever did. */
  updatedAtMs: number;
  hasFailed: boolean;
  isBusy: boolean;
  news: News | null;
  onRefresh: () => void;
  onShow: () => void;
}) {
  const t = useTranslations('customers.refresh');
  const bar = useRef<HTMLDivElement>(null);
  return (
    <div className="refresh-bar" ref={bar} tabIndex={-1} role="group" aria-label={t('label')}>
      <div className="refresh-news">
        <Box variant="strong">
          <LiveRegion tagName="span">{news === null ? '' : <NewsText news={news} />}</LiveRegion>
        </Box>
        {news !== null && (
          <Button
            variant="inline-link"
            onClick={() => {
              // The button goes: what comes next with Tab is the first row.
              bar.current?.focus();
              onShow();
            }}
          >
            {t('show')}
          </Button>
        )}
      </div>
      <div className="refresh-age">
        {hasFailed && updatedAtMs > 0 ? (
          <FailedSince updatedAtMs={updatedAtMs} />
        ) : (
          <UpdatedAgo updatedAtMs={updatedAtMs} />
        )}
        <RefreshButton isBusy={isBusy} onRefresh={onRefresh} />
      </div>
    </div>
  );
}

function NewsText({ news: { added, gone } }: { news: News }) {
  const t = useTranslations('customers.refresh');
  if (added === 0 && gone === 0) return t('moved');
  return t(added === 0 ? 'gone' : gone === 0 ? 'added' : 'addedAndGone', { added, gone });
}

function FailedSince({ updatedAtMs }: { updatedAtMs: number }) {
  const t = useTranslations('common.refresh');
  const agoText = useAgoText(1000);
  return (
    <StatusIndicator type="warning">
      {/* Said once, not with each second. */}
      <LiveRegion tagName="span">{t('failed')}</LiveRegion> {t('failedSince', { ago: agoText(updatedAtMs) })}
    </StatusIndicator>
  );
}

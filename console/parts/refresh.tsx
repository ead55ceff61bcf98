// How old what is shown is, and a button that reads it anew: the same on every page.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useFormatter, useTranslations } from 'use-intl';
import { useNow } from './now.ts';

/** Says when the API last answered, in milliseconds; nothing before it ever did, which is 0. */
export function UpdatedAgo({ updatedAtMs }: { updatedAtMs: number }) {
  const t = useTranslations('common.refresh');
  const agoText = useAgoText(1000);
  if (updatedAtMs === 0) return null;
  return (
    <Box variant="span" color="text-body-secondary">
      {t('updated', { ago: agoText(updatedAtMs) })}
    </Box>
  );
}

export function RefreshButton({ isBusy, onRefresh }: { isBusy: boolean; onRefresh: () => void }) {
  const t = useTranslations('common.refresh');
  return (
    <Button
      iconName="refresh"
      variant="icon"
      ariaLabel={t('now')}
      loading={isBusy}
      loadingText={t('busy')}
      onClick={onRefresh}
    />
  );
}

/** How long ago a moment in milliseconds was, told anew so often. */
export function useAgoText(everyMs: number): (atMs: number) => string {
  const format = useFormatter();
  const now = useNow(everyMs);
  return (atMs) => format.relativeTime(atMs, Math.max(now, atMs));
}

// How old what is shown is, and a button that reads all of it anew.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useFormatter, useTranslations } from 'use-intl';
import { useNow } from '../../parts/now.ts';
import { useRefreshAll } from './queries.ts';

export function RefreshAll({
  updatedAtMs,
  isBusy,
}: {
  /** When the API last answered; 0 before it ever did. */
  updatedAtMs: number;
  isBusy: boolean;
}) {
  const t = useTranslations('operations');
  const format = useFormatter();
  const now = useNow(1000);
  const refreshAll = useRefreshAll();
  return (
    <div className="operations-refresh">
      {updatedAtMs > 0 && (
        <Box variant="span" color="text-body-secondary">
          {t('updated', { ago: format.relativeTime(updatedAtMs, Math.max(now, updatedAtMs)) })}
        </Box>
      )}
      <Button
        iconName="refresh"
        variant="icon"
        ariaLabel={t('refresh')}
        loading={isBusy}
        loadingText={t('busy')}
        onClick={refreshAll}
      />
    </div>
  );
}

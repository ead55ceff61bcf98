import { useFormatter } from 'use-intl';
import type { Period } from './period.ts';

/** A period as people read it. Its days are UTC's, whatever the viewer's zone is. */
export function usePeriodText(): (period: Period) => string {
  const format = useFormatter();
  return ({ from, to }) =>
    format.dateTimeRange(new Date(from), new Date(to), { dateStyle: 'medium', timeZone: 'UTC' });
}

// What all charts of the page say the same way.

import { useFormatter, useTranslations } from 'use-intl';
import type { Ranked, Stretch } from '../chart-data.ts';
import { dayMs } from '../period.ts';

export function useChartTexts() {
  const t = useTranslations('insights.charts');
  const format = useFormatter();
  const day = (date: string): string =>
    format.dateTime(new Date(date), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    i18nStrings: { detailPopoverDismissAriaLabel: t('closeDetails') },
    /** For the marks of an axis: between whole numbers there is nothing to count. */
    count: (value: number): string => (Number.isInteger(value) ? format.number(value) : ''),
    /** For those who can't see the bars. */
    summaryOf: (rows: readonly Ranked[]): string =>
      rows.map((row) => t('row', { name: row.text, count: row.count })).join('; '),
    day,
    /** A day, or from one day to another. */
    stretch: ({ from, to }: Stretch): string =>
      from === to
        ? day(from)
        : format.dateTimeRange(new Date(from), new Date(to), {
            day: 'numeric',
            month: 'short',
            timeZone: 'UTC',
          }),
    /** Whether bars stand for days, weeks or months. */
    pace: (stretches: readonly Stretch[]): string =>
      t(areDays(stretches) ? 'byDay' : areMonths(stretches) ? 'byMonth' : 'byWeek'),
    /** The columns that say when. */
    whenColumns: (stretches: readonly Stretch[]): string[] =>
      areDays(stretches) ? [t('day')] : [t('firstDay'), t('lastDay')],
    /** What stands in them, in a form that spreadsheets know. */
    whenCells: (stretches: readonly Stretch[], { from, to }: Stretch): string[] =>
      areDays(stretches) ? [from] : [from, to],
  };
}

/** Longer than a week is a month. */
function areMonths(stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => Date.parse(to) - Date.parse(from) >= 7 * dayMs);
}

function areDays(stretches: readonly Stretch[]): boolean {
  return stretches.every(({ from, to }) => from === to);
}

import { useFormatter } from 'use-intl';
import type { WebhookHealth } from './operations-types.ts';

const dayOfHours = 24;

/** How the axis of time names an hour, in the viewer's zone: with the day where there are several days. */
export function useHourText({ hours }: WebhookHealth): (from: string) => string {
  const format = useFormatter();
  const hasDays = hours.length > dayOfHours;
  return (from) =>
    format.dateTime(new Date(from), {
      ...(hasDays && { day: 'numeric', month: 'short' }),
      hour: '2-digit',
      minute: '2-digit',
    });
}

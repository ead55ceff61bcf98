import { useFormatter } from 'use-intl';

/** A moment in the viewer's zone and language; UTC on hover and for machines. Takes ISO 8601. */
export function Moment({ at }: { at: string }) {
  const format = useFormatter();
  const time = new Date(at);
  return (
    <time dateTime={at} title={utcText(time)}>
      {format.dateTime(time, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}

/** How long ago, with the moment itself on hover. `now` is what it is told from, in milliseconds. */
export function TimeAgo({ at, now }: { at: string; now: number }) {
  const format = useFormatter();
  const time = new Date(at);
  return (
    <time dateTime={at} title={utcText(time)}>
      {format.relativeTime(time, Math.max(now, time.getTime()))}
    </time>
  );
}

/** Such as `2026-03-01 12:00:00 UTC`. */
export function utcText(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

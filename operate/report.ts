// Dead letters as a person reads them in a terminal.

import type { z } from 'zod';
import type { deadLetterListJson, redrivenDeadLettersJson } from '../functions/contracts/dead-letter.ts';

type List = z.infer<typeof deadLetterListJson>;
type Report = z.infer<typeof redrivenDeadLettersJson>;
type Row = List['data'][number] & { outcome?: Report['data'][number]['outcome'] };

export function describeList({ data, approximate_total: total }: List): string {
  if (data.length === 0) {
    return total === 0
      ? 'No dead letters.'
      : `No dead letters to see, but about ${total} in all: somebody is looking at them right now. Try again.`;
  }
  const more = total > data.length ? `, of about ${total}` : '';
  return `${tableOf(data)}\n\n${count(data.length, 'dead letter')}${more}, oldest first.`;
}

export function describeRedrive(report: Report): string {
  const { dry_run: dryRun, matched, redriven, skipped, remaining, held_by_others: hidden, data } = report;
  const left = remaining - hidden;
  const sentences = [
    dryRun
      ? `Dry run: ${count(matched, 'event')} would be redriven, nothing was moved.`
      : `${count(redriven, 'event')} redriven${redriven > 0 ? ', to be processed from the backlog now' : ''}.`,
    skipped > 0 &&
      `${count(skipped, 'message')} skipped: no events, so nothing can process them. They expire after 14 days.`,
    !dryRun && left > 0 && `About ${left} remain: run the command again.`,
    hidden > 0 &&
      `About ${count(hidden, 'dead letter')} can't be seen right now: in somebody else's hand, or just gone, as SQS ` +
        'counts with a delay. Run the command again in a few minutes.',
  ];
  const table = data.length === 0 ? 'Nothing was found that fits.' : tableOf(data);
  return [table, '', ...sentences.filter((sentence) => sentence !== false)].join('\n');
}

const columns: readonly { title: string; text: (row: Row) => string }[] = [
  { title: 'EVENT', text: (row) => row.event_id ?? `(message ${row.message_id})` },
  { title: 'TYPE', text: (row) => row.event_type ?? '-' },
  { title: 'CAUSE', text: (row) => row.cause },
  { title: 'TRIES', text: (row) => String(row.tries ?? '-') },
  { title: 'AGE', text: (row) => ageText(row.age_seconds) },
  { title: 'FIRST FAILED', text: (row) => row.first_failed_at ?? '-' },
  { title: 'LAST FAILED', text: (row) => row.last_failed_at ?? '-' },
  {
    title: 'CUSTOMER',
    text: ({ customer }) => (customer === null ? '-' : `${customer.subaccount_id}/${customer.customer_id}`),
  },
];

function tableOf(rows: readonly Row[]): string {
  const shown = rows.some(({ outcome }) => outcome !== undefined)
    ? [...columns, { title: 'OUTCOME', text: ({ outcome }: Row) => outcome ?? '-' }]
    : columns;
  const lines = [
    shown.map(({ title }) => title),
    ...rows.map((row) => shown.map(({ text }) => printable(text(row)))),
  ];
  const widths = shown.map((_, index) => Math.max(...lines.map((cells) => cells[index]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What came over a queue mustn't steer the terminal, nor hide or turn around what is read there. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export function ageText(seconds: number): string {
  if (seconds < minute) return `${seconds} s`;
  if (seconds < hour) return `${Math.floor(seconds / minute)} min`;
  if (seconds < 2 * day) return `${Math.floor(seconds / hour)} h`;
  return `${Math.floor(seconds / day)} d`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

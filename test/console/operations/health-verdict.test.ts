import { describe, expect, test } from 'vitest';
import { findingsIn, severityOf } from '../../../console/pages/operations/health-verdict.ts';
import type { WebhookHealth, WebhookHour } from '../../../console/pages/operations/operations-types.ts';

const checkedAt = '2026-03-01T12:30:00.000Z';
const secondsAgo = (seconds: number): string =>
  new Date(Date.parse(checkedAt) - seconds * 1000).toISOString();

function anHour(difference: Partial<WebhookHour> = {}): WebhookHour {
  return {
    from: '2026-03-01T12:00:00.000Z',
    processed: 40,
    dropped: 2,
    failed_tries: 0,
    dead_lettered: 0,
    moved_to_backlog: 0,
    age: { median_seconds: 2, p95_seconds: 6 },
    ...difference,
  };
}

function health(difference: Partial<WebhookHealth> = {}): WebhookHealth {
  return {
    checked_at: checkedAt,
    waiting: { fresh: 0, backlog: 0, dead_letters: 0 },
    last_processed_at: secondsAgo(20),
    age: { median_seconds: 2, p95_seconds: 6, relative_error: 0.05 },
    hours: [anHour(), anHour(), anHour()],
    ...difference,
  };
}

const waiting = (difference: Partial<WebhookHealth['waiting']>): WebhookHealth['waiting'] => ({
  fresh: 0,
  backlog: 0,
  dead_letters: 0,
  ...difference,
});

const kinds = (of: WebhookHealth): string[] => findingsIn(of).map(({ is }) => is);

describe('webhooks are healthy', () => {
  test.each([
    ['what comes in is processed', {}],
    ['some are in hand', { waiting: waiting({ fresh: 12, backlog: 3 }) }],
    ['single tries failed and came back', { hours: [anHour({ failed_tries: 4, processed: 6 })] }],
    ['few of many tries failed', { hours: [anHour({ failed_tries: 10, processed: 200 })] }],
    ['an outage is over', { hours: [anHour({ failed_tries: 500 }), anHour(), anHour()] }],
    ['it was quiet for two hours', { last_processed_at: secondsAgo(2.9 * 3600) }],
  ])('where %s', (_, difference) => {
    expect(findingsIn(health(difference))).toEqual([]);
  });
});

test('they fail where a fifth of the tries of this hour and the last one does', () => {
  const hours = [
    anHour(),
    anHour({ failed_tries: 9 }),
    anHour({ processed: 0, dropped: 0, failed_tries: 6 }),
  ];
  expect(findingsIn(health({ hours }))).toEqual([{ is: 'failing', failed: 15, tries: 57 }]);
});

test('they stand still where many wait and none was processed for minutes', () => {
  const lastAt = secondsAgo(600);
  expect(findingsIn(health({ waiting: waiting({ fresh: 30 }), last_processed_at: lastAt }))).toEqual([
    { is: 'stopped', waiting: 30, lastAt },
  ]);
});

test('of few that wait after a quiet time, nobody can tell yet', () => {
  const quiet = health({ waiting: waiting({ fresh: 1 }), last_processed_at: null });
  expect(findingsIn(quiet)).toEqual([{ is: 'maybe_stopped', waiting: 1, lastAt: null }]);
});

test('events were given up', () => {
  expect(findingsIn(health({ waiting: waiting({ dead_letters: 3 }) }))).toEqual([
    { is: 'given_up', letters: 3 },
  ]);
});

test('they are late by the age of this hour, or of the last one where this has none yet', () => {
  const late = { age: { median_seconds: 900, p95_seconds: 4000 } };
  const justBegun = anHour({ processed: 0, age: { median_seconds: null, p95_seconds: null } });
  const finding = { is: 'late', medianSeconds: 900, waiting: 0 };
  expect(findingsIn(health({ hours: [anHour(), anHour(late)] }))).toEqual([finding]);
  expect(findingsIn(health({ hours: [anHour(late), justBegun] }))).toEqual([finding]);
  expect(findingsIn(health({ hours: [anHour(late), anHour()] }))).toEqual([]);
});

test('they are late where so many wait that they are in each other’s way', () => {
  const jam = health({
    waiting: waiting({ backlog: 100 }),
    hours: [anHour({ age: { median_seconds: null, p95_seconds: null } })],
  });
  expect(findingsIn(jam)).toEqual([{ is: 'late', medianSeconds: null, waiting: 100 }]);
});

describe('nothing came', () => {
  test('for so many whole hours', () => {
    expect(findingsIn(health({ last_processed_at: secondsAgo(4.5 * 3600) }))).toEqual([
      { is: 'silent', hours: 4 },
    ]);
  });

  test('in all the hours that were asked for', () => {
    expect(findingsIn(health({ last_processed_at: null }))).toEqual([{ is: 'silent', hours: 3 }]);
  });
});

test('the most urgent stands first: what fails now, what stands still, what was given up', () => {
  const bad = health({
    waiting: waiting({ fresh: 200, dead_letters: 1 }),
    last_processed_at: secondsAgo(3600),
    hours: [anHour({ processed: 1, dropped: 0, failed_tries: 50 })],
  });
  expect(kinds(bad)).toEqual(['failing', 'stopped', 'given_up', 'late']);
  expect(findingsIn(bad).map(severityOf)).toEqual(['error', 'error', 'warning', 'warning']);
});

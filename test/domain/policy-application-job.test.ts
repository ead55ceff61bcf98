// A job's life: queued, running from batch to batch, and its four ends; and what a word on the queue means to it.

import { describe, expect, it } from 'vitest';
import {
  afterBatch,
  batchDue,
  failedApplication,
  isActive,
  mayHaveStalled,
  meaningOf,
  newApplication,
  type PolicyApplication,
} from '../../functions/domain/policy-application-job.ts';
import { minuteMs, nowMs } from '../support/builders.ts';

const queued = newApplication(
  { id: 'apply_1', subaccountId: 'metro', policyVersion: 3, requestedBy: { kind: 'operator', id: 'op-1' } },
  null,
  nowMs,
);
const batch = (nextCursor: string | null, superseded = false) => ({
  processed: 50,
  flagged: 7,
  nextCursor,
  superseded,
});
const running = afterBatch(queued, batch('c1'), nowMs + minuteMs);
const done = afterBatch(running, batch(null), nowMs + 2 * minuteMs);
const superseded = afterBatch(running, batch('c2', true), nowMs + 2 * minuteMs);
const failed = failedApplication(running, nowMs + 2 * minuteMs);

describe('a job', () => {
  it('begins queued, one revision after the one before it', () => {
    expect(queued).toMatchObject({
      status: 'queued',
      revision: 1,
      requestedBy: 'operator:op-1',
      cursor: null,
    });
    const next = newApplication(
      {
        id: 'apply_2',
        subaccountId: 'metro',
        policyVersion: 4,
        requestedBy: { kind: 'operator', id: 'op-1' },
      },
      done,
      nowMs,
    );
    expect(next).toMatchObject({ revision: done.revision + 1, processed: 0, flagged: 0, cursor: null });
  });

  it('runs on from batch to batch and adds up', () => {
    expect(running).toMatchObject({
      status: 'running',
      revision: 2,
      cursor: 'c1',
      previousCursor: null,
      processed: 50,
      flagged: 7,
      startedAtMs: nowMs + minuteMs,
      finishedAtMs: null,
    });
    expect(afterBatch(running, batch('c2'), nowMs)).toMatchObject({
      cursor: 'c2',
      previousCursor: 'c1',
      processed: 100,
      flagged: 14,
      startedAtMs: nowMs + minuteMs,
    });
  });

  it.each<[string, PolicyApplication, number]>([
    ['done', done, 100],
    ['superseded', superseded, 100],
    ['failed', failed, 50],
  ])('ends %s, and is then no longer active', (status, job, processed) => {
    expect(job).toMatchObject({ status, processed, revision: 3, finishedAtMs: nowMs + 2 * minuteMs });
    expect(isActive(job)).toBe(false);
    expect(mayHaveStalled(job, nowMs + 60 * minuteMs)).toBe(false);
  });

  it.each([
    ['queued', queued, 0, true],
    ['running', running, minuteMs + 10 * minuteMs, false],
    ['running', running, minuteMs + 10 * minuteMs + 1, true],
  ] as const)('%s may have stalled after %#: %i ms', (_, job, afterMs, expected) => {
    expect(mayHaveStalled(job, nowMs + afterMs)).toBe(expected);
  });
});

describe('a word on the queue', () => {
  const first = batchDue(queued);
  const second = batchDue(running);
  const third = afterBatch(running, batch('c2'), nowMs);

  it.each<[string, typeof first, PolicyApplication | null, boolean, string]>([
    ['of the batch that is due', first, queued, false, 'work'],
    ['of the batch that is due, again', second, running, true, 'work'],
    ['of the batch before, for the first time: a double', first, running, false, 'nothing'],
    ['of the batch before, again: its run may have crashed', first, running, true, 'announce_next'],
    ['of a batch long ago, again', first, third, true, 'nothing'],
    ['of a job that is done', second, done, true, 'nothing'],
    ['of a job that was given up', second, failed, true, 'nothing'],
    ['of a superseded job', second, superseded, true, 'nothing'],
    ['of another job', { ...second, jobId: 'apply_0' }, running, true, 'nothing'],
    ['of no job', first, null, true, 'nothing'],
  ])('%s', (_, due, job, redelivered, meaning) => {
    expect(meaningOf(due, job, redelivered)).toBe(meaning);
  });
});

// A policy applied to existing customers in batches, with crashes and doubles at every point.

import { beforeEach, describe, expect, it } from 'vitest';
import { ConcurrentChange, NotFound } from '../../functions/domain/faults.ts';
import type { BatchDue } from '../../functions/domain/policy-application-job.ts';
import { applyPolicyBatch, failPolicyApplication } from '../../functions/use-cases/apply-policy-batch.ts';
import { startPolicyApplication } from '../../functions/use-cases/start-policy-application.ts';
import { addCustomer } from '../support/add-customer.ts';
import { cleared, minuteMs, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

const operator = { kind: 'operator', id: 'op-1' } as const;

let world: World;

beforeEach(async () => {
  world = createWorld({ nowMs });
  await world.addSubaccount('metro', { verificationMode: 'all_users' });
});

async function addCustomers(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await addCustomer(world.customers, { id: `rider-${String(index).padStart(3, '0')}` });
  }
}

const start = () => startPolicyApplication(world, operator, 'metro');
const work = (due: BatchDue, redelivered = false) => applyPolicyBatch(world, due, redelivered);
const job = async () => {
  const found = await world.applications.load('metro');
  if (found === null) throw new Error('no job');
  return found;
};
/** The next word on the queue. */
function nextDue(): BatchDue {
  const due = world.batches.sent.shift();
  if (due === undefined) throw new Error('nothing is queued');
  return due;
}
async function workAll(): Promise<void> {
  while (world.batches.sent.length > 0) await work(nextDue());
}
const flaggings = () =>
  [...world.storage.audit.values()].flat().filter(({ action }) => action === 'requirement_raised');

describe('applying a policy', () => {
  it('flags every customer whom it asks, with a push and who wanted it, and is done', async () => {
    await addCustomers(120);
    await addCustomer(world.customers, { id: 'verified', identityStatus: 'verified' });
    await addCustomer(world.customers, { id: 'cleared', requirement: cleared });

    const { id } = await start();
    await workAll();

    expect(await job()).toMatchObject({
      id,
      status: 'done',
      processed: 122,
      flagged: 120,
      finishedAtMs: nowMs,
    });
    expect(flaggings()).toHaveLength(120);
    expect(world.storage.outbox).toHaveLength(120);
    expect(world.auditOf({ subaccountId: 'metro', customerId: 'rider-007' }).at(-1)).toMatchObject({
      actor: `system:${id}`,
      action: 'requirement_raised',
      remark: 'Policy version 1, applied by operator:op-1',
      notes: null,
    });
  });

  it('goes by batches of 50, one word on the queue at a time', async () => {
    await addCustomers(101);
    await start();

    const progress: number[] = [];
    while (world.batches.sent.length > 0) {
      expect(world.batches.sent).toHaveLength(1);
      await work(nextDue());
      progress.push((await job()).processed);
    }

    expect(progress).toEqual([50, 100, 101]);
  });

  it('leaves other subaccounts alone', async () => {
    await world.addSubaccount('harbor', { verificationMode: 'all_users' });
    await addCustomer(world.customers, { subaccountId: 'harbor', id: 'rider-h' });
    await addCustomers(1);

    await start();
    await workAll();

    expect(world.outboxOf({ subaccountId: 'harbor', customerId: 'rider-h' })).toEqual([]);
  });

  it('to nobody is done at once', async () => {
    await start();
    await workAll();

    expect(await job()).toMatchObject({ status: 'done', processed: 0, flagged: 0 });
  });

  it('again flags nobody twice', async () => {
    await addCustomers(60);
    await start();
    await workAll();
    await start();
    await workAll();

    expect(await job()).toMatchObject({ status: 'done', processed: 60, flagged: 0 });
    expect(flaggings()).toHaveLength(60);
  });

  it('stops where the policy changes meanwhile', async () => {
    await addCustomers(120);
    await start();
    await work(nextDue());
    await changePolicy();

    await workAll();

    expect(await job()).toMatchObject({
      status: 'superseded',
      processed: 50,
      flagged: 50,
      finishedAtMs: nowMs,
    });
    expect(flaggings()).toHaveLength(50);
  });
});

async function changePolicy(): Promise<void> {
  const home = await world.subaccounts.load('metro');
  if (home === null) throw new Error('no subaccount');
  const after = { ...home.policy, version: home.policy.version + 1, maxAttempts: 9 };
  await world.subaccounts.savePolicy({ before: home.policy, after, actor: operator, atMs: nowMs });
}

describe('asking for it', () => {
  it('while one is under way answers that one', async () => {
    await addCustomers(120);
    const first = await start();
    await work(nextDue());

    const second = await start();

    expect(second).toMatchObject({ id: first.id, status: 'running', processed: 50 });
    expect(world.batches.sent).toHaveLength(1);
  });

  it('at the same moment as somebody else makes one job', async () => {
    const jobs = await Promise.all([start(), start(), start()]);

    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
  });

  it('after a change of the policy begins anew, and the old job’s word means nothing', async () => {
    await addCustomers(120);
    const first = await start();
    await work(nextDue());
    const stale = nextDue();
    await changePolicy();

    const second = await start();
    await work(stale, true);

    expect(second).toMatchObject({ status: 'queued', policyVersion: 2 });
    expect(second.id).not.toBe(first.id);
    expect((await job()).processed).toBe(0);
  });

  it('again says a word that was lost between job and queue', async () => {
    await addCustomers(3);
    world.batches.failNext(new Error('the queue is down'));
    await expect(start()).rejects.toThrow('down');

    await start();
    await workAll();

    expect(await job()).toMatchObject({ status: 'done', flagged: 3 });
  });

  it('wakes a job that has made no progress for ten minutes', async () => {
    await addCustomers(120);
    const { id } = await start();
    await work(nextDue());
    world.batches.sent.length = 0;
    world.clock.advance(10 * minuteMs + 1);

    expect((await start()).id).toBe(id);
    await workAll();

    expect(await job()).toMatchObject({ id, status: 'done', processed: 120, flagged: 120 });
  });

  it('of a version that is no longer in force starts nothing', async () => {
    await addCustomers(3);
    await changePolicy();

    const asked = startPolicyApplication(world, operator, 'metro', 1);

    await expect(asked).rejects.toMatchObject({ name: 'Conflict', code: 'version_conflict' });
    expect(await world.applications.load('metro')).toBeNull();
    expect(world.batches.sent).toEqual([]);
    expect(await startPolicyApplication(world, operator, 'metro', 2)).toMatchObject({ policyVersion: 2 });
  });

  it('of a subaccount that is not there is refused', async () => {
    await expect(startPolicyApplication(world, operator, 'nowhere')).rejects.toThrow(NotFound);
  });
});

describe('a batch', () => {
  it.each([0, 1, 20, 49])(
    'that crashed after %i flaggings flags the rest, and counts all',
    async (before) => {
      await addCustomers(60);
      await start();
      const due = nextDue();
      let left = before;
      const customers = {
        ...world.customers,
        save: async (input: Parameters<typeof world.customers.save>[0]) => {
          if (left === 0) throw new Error('the power is gone');
          left -= 1;
          await world.customers.save(input);
        },
      };
      await expect(applyPolicyBatch({ ...world, customers }, due, false)).rejects.toThrow('power');

      await work(due, true);
      await workAll();

      expect(await job()).toMatchObject({ status: 'done', processed: 60, flagged: 60 });
      expect(flaggings()).toHaveLength(60);
      expect(world.storage.outbox).toHaveLength(60);
    },
  );

  it('that crashed before its progress was saved is done again, harmlessly', async () => {
    await addCustomers(60);
    await start();
    const due = nextDue();
    const applications = {
      ...world.applications,
      save: () => Promise.reject(new Error('the power is gone')),
    };
    await expect(applyPolicyBatch({ ...world, applications }, due, false)).rejects.toThrow('power');

    await work(due, true);
    await workAll();

    expect(await job()).toMatchObject({ status: 'done', processed: 60, flagged: 60 });
  });

  it('that crashed before the next was announced announces it when its word comes again', async () => {
    await addCustomers(60);
    await start();
    const due = nextDue();
    world.batches.failNext(new Error('the queue is down'));
    await expect(work(due)).rejects.toThrow('down');

    await work(due, true);
    await workAll();

    expect(await job()).toMatchObject({ status: 'done', processed: 60, flagged: 60 });
  });

  it('whose word comes twice is counted once, and has one successor', async () => {
    await addCustomers(120);
    await start();
    const due = nextDue();

    await Promise.all([work(due), work(due), work(due)]);

    expect(await job()).toMatchObject({ status: 'running', processed: 50, flagged: 50 });
    expect(world.batches.sent).toHaveLength(1);
    expect(flaggings()).toHaveLength(50);
  });

  it('whose double comes late does nothing', async () => {
    await addCustomers(120);
    await start();
    const due = nextDue();
    await work(due);

    await work(due);

    expect(world.batches.sent).toHaveLength(1);
  });

  it('tries a customer again whom somebody else is changing', async () => {
    await addCustomers(1);
    await start();
    let refused = 0;
    const customers = {
      ...world.customers,
      save: async (input: Parameters<typeof world.customers.save>[0]) => {
        refused += 1;
        if (refused <= 3) throw new ConcurrentChange();
        await world.customers.save(input);
      },
    };

    await applyPolicyBatch({ ...world, customers }, nextDue(), false);

    expect(await job()).toMatchObject({ status: 'done', flagged: 1 });
  });
});

describe('a batch that fails for good', () => {
  it('ends its job as failed; the next job passes over those who are flagged', async () => {
    await addCustomers(60);
    await start();
    await work(nextDue());
    const due = nextDue();

    await failPolicyApplication(world, due);

    expect(await job()).toMatchObject({ status: 'failed', processed: 50, flagged: 50 });
    await work(due, true);
    expect(world.batches.sent).toEqual([]);
    await start();
    await workAll();
    expect(await job()).toMatchObject({ status: 'done', processed: 60, flagged: 10 });
  });

  it('does not end a job that has gone on since', async () => {
    await addCustomers(120);
    await start();
    const due = nextDue();
    await work(due);

    await failPolicyApplication(world, due);

    expect((await job()).status).toBe('running');
  });
});

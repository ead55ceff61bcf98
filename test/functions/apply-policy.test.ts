// The worker of policy applications: what it makes of messages.

import type { SQSEvent } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApplyPolicy } from '../../functions/apply-policy.ts';
import { toBatchDueMessage } from '../../functions/contracts/policy-application.ts';
import type { BatchDue } from '../../functions/domain/policy-application-job.ts';
import { addCustomer } from '../support/add-customer.ts';
import { claims } from './events/api-gateway.ts';
import { failedIds, sqsEvent } from './events/sqs.ts';
import { startApi, type Api } from './harness.ts';

let api: Api;
let due: BatchDue;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
  const route = 'POST /api/subaccounts/{id}/identity-policy/apply' as const;
  await api.call({ route, as: claims.operator('harbor'), id: 'harbor' });
  const [sent] = api.batches.sent;
  if (sent === undefined) throw new Error('nothing was announced');
  due = sent;
});

/** A message at its so-manieth delivery. */
function delivery(body: string, receiveCount = 1): SQSEvent {
  const { Records } = sqsEvent(body);
  const ApproximateReceiveCount = String(receiveCount);
  return {
    Records: Records.map((record) => ({
      ...record,
      attributes: { ...record.attributes, ApproximateReceiveCount },
    })),
  };
}

const message = () => JSON.stringify(toBatchDueMessage(due));
const work = async (event: SQSEvent): Promise<string[]> => failedIds(await createApplyPolicy(api)(event));
const statusOfJob = async () => (await api.applications.load('harbor'))?.status;

describe('a message', () => {
  it('has its batch done', async () => {
    expect(await work(delivery(message()))).toEqual([]);

    expect(await statusOfJob()).toBe('done');
    expect(api.outboxOf({ subaccountId: 'harbor', customerId: 'rider-1' })).toHaveLength(1);
    expect(api.log.lines).toContainEqual({ message: 'policy batch', fields: { jobId: due.jobId } });
  });

  it('that fails comes again, and the job goes on meanwhile', async () => {
    const customers = { ...api.customers, loadContext: () => Promise.reject(new Error('throttled')) };
    const worker = createApplyPolicy({ ...api, customers });

    expect(failedIds(await worker(delivery(message(), 4)))).toEqual(['msg-1']);
    expect(await statusOfJob()).toBe('queued');
    expect(await work(delivery(message(), 5))).toEqual([]);
    expect(await statusOfJob()).toBe('done');
  });

  it('that fails for the fifth time ends the job, and goes to the dead letters', async () => {
    const customers = { ...api.customers, loadContext: () => Promise.reject(new Error('throttled')) };
    const worker = createApplyPolicy({ ...api, customers });

    expect(failedIds(await worker(delivery(message(), 5)))).toEqual(['msg-1']);
    expect(await statusOfJob()).toBe('failed');
  });

  it.each(['', 'hello', '{}', '{"subaccount_id":"a#b","job_id":"x","cursor":null}'])(
    'that can’t be understood is handed back: %s',
    async (body) => {
      expect(await work(delivery(body, 5))).toEqual(['msg-1']);
      expect(await statusOfJob()).toBe('queued');
    },
  );
});

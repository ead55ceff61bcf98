// What was committed and what was asked and answered, in the order of the steps: what invariants look at.

import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from '../../functions/adapters/dynamodb/table.ts';
import type { HttpAnswer } from '../../functions/contracts/http-event.ts';
import type { Customer, CustomerRef } from '../../functions/domain/customer.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { StorageCall } from './engine/storage-hooks.ts';
import type { Scheduler, Task } from './scheduler.ts';

/** A new version of a customer, with what was saved beside it. */
export type Commit = {
  step: number;
  atMs: number;
  ref: CustomerRef;
  before: Customer | null;
  after: Customer;
  audit: Item | null;
  outbox: Item | null;
  /** Whose it is: the call of somebody outside, or null where a queue, the schedule or Stripe caused it. */
  call: ApiCall | null;
  /** When the invocation that saved it began. */
  sinceStep: number;
};

export type Action =
  | 'create-customer'
  | 'check-ride'
  | 'start-identity-session'
  | 'verify-manually'
  | 'clear-requirement'
  | 'require-verification'
  | 'refresh-session'
  | 'redact-customer'
  | 'put-policy';

/** A call of the API: by whose token, for whom, and what came of it. */
export type ApiCall = {
  action: Action;
  /** The tenant of the token or, for a service, the one that it names. */
  tenant: string;
  /** The tenant and customer that it names. */
  ref: CustomerRef;
  body: unknown;
  startStep: number;
  endStep: number | null;
  /** Null while it runs, and where it was lost. */
  answer: { status: number; body: Record<string, unknown> } | null;
  /** Nothing of this caller may be reachable here. */
  mustBeHidden: boolean;
};

export type PolicyMoment = { step: number; policy: Policy };

/** What the journal looks into. */
type Source = { get: (key: { pk: string; sk: string }) => Item | null };

export type Journal = {
  /** Is to be called after each storage call, before anything else can happen. */
  look: (call: StorageCall) => Commit[];
  commitsOf: (ref: CustomerRef) => readonly Commit[];
  customers: () => readonly CustomerRef[];
  policiesOf: (tenant: string) => readonly PolicyMoment[];
  begin: (call: ApiCall, task: Task) => void;
  end: (call: ApiCall, answer: HttpAnswer | null) => void;
  calls: readonly ApiCall[];
};

export function createJournal(scheduler: Scheduler, source: () => Source): Journal {
  const commits = new Map<string, Commit[]>();
  const policies = new Map<string, PolicyMoment[]>();
  const callsByTask = new Map<Task, ApiCall>();
  const calls: ApiCall[] = [];

  const lookAtCustomer = (pk: string): Commit[] => {
    const item = source().get({ pk, sk: 'PROFILE' });
    if (item === null) return [];
    const after = item as unknown as Customer;
    const known = commits.get(pk) ?? [];
    const before = known.at(-1)?.after ?? null;
    if (before === after) return [];
    const task = scheduler.current();
    const call = task === null ? null : (callsByTask.get(task) ?? null);
    const suffix = String(after.version).padStart(10, '0');
    const commit: Commit = {
      step: scheduler.steps(),
      atMs: scheduler.nowMs(),
      ref: refOf(pk),
      before,
      after,
      audit: source().get({ pk, sk: `AUDIT#${suffix}` }),
      outbox: source().get({ pk, sk: `OUTBOX#${suffix}` }),
      call,
      sinceStep: task?.startedStep ?? scheduler.steps(),
    };
    known.push(commit);
    commits.set(pk, known);
    return [commit];
  };

  const lookAtPolicy = (pk: string): void => {
    const tenant = pk.slice('SUB#'.length);
    const policy = source().get({ pk, sk: 'POLICY' }) as unknown as Policy | null;
    const known = policies.get(tenant) ?? [];
    if (policy === null || known.at(-1)?.policy === policy) return;
    known.push({ step: scheduler.steps(), policy });
    policies.set(tenant, known);
  };

  return {
    look: ({ command, keys }) => {
      if (command === 'Get' || command === 'BatchGet' || command === 'Query') return [];
      const found: Commit[] = [];
      for (const key of keys) {
        if (key.endsWith('/POLICY')) lookAtPolicy(key.slice(0, -'/POLICY'.length));
        else if (key.includes('#CUST#') && key.endsWith('/PROFILE')) {
          found.push(...lookAtCustomer(key.slice(0, -'/PROFILE'.length)));
        }
      }
      return found;
    },
    commitsOf: ({ subaccountId, customerId }) => commits.get(`SUB#${subaccountId}#CUST#${customerId}`) ?? [],
    customers: () => [...commits.keys()].map(refOf),
    policiesOf: (tenant) => policies.get(tenant) ?? [],
    calls,
    begin: (call, task) => {
      calls.push(call);
      callsByTask.set(task, call);
    },
    end: (call, answer) => {
      call.endStep = scheduler.steps();
      if (answer === null) return;
      call.answer = {
        status: answer.statusCode,
        body: JSON.parse(answer.body) as Record<string, unknown>,
      };
    },
  };
}

function refOf(pk: string): CustomerRef {
  const [, subaccountId = '', , customerId = ''] = pk.split('#');
  return { subaccountId, customerId };
}

/** Whether the relay is given a record: the filter of its event source (lib/notification-stack.ts). */
export function concernsRelay(record: DynamoDBRecord): boolean {
  const sk = record.dynamodb?.Keys?.['sk']?.S ?? '';
  return record.eventName === 'INSERT' && (sk.startsWith('OUTBOX#') || sk === 'SIGNUP');
}

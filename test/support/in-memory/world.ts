// All ports in memory, wired together: what a use case or a function is given in tests.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import { defaultPolicyRules, type Policy, type PolicyRules } from '../../../functions/domain/policy.ts';
import type { CustomerRepository, SubaccountRepository } from '../../../functions/use-cases/ports.ts';
import { createInMemoryChargeSource, type InMemoryChargeSource } from './charge-source.ts';
import { createFixedClock, type FixedClock } from './clock.ts';
import { createInMemoryCustomerRepository } from './customer-repository.ts';
import { createInMemoryEventQueue, type InMemoryEventQueue } from './event-queue.ts';
import { createInMemoryIdentityProvider, type InMemoryIdentityProvider } from './identity-provider.ts';
import { createCountingMetrics, type CountingMetrics } from './metrics.ts';
import {
  createInMemoryNotificationPublisher,
  type InMemoryNotificationPublisher,
} from './notification-publisher.ts';
import { createNoWait, type RecordingPause } from './pause.ts';
import { createSeededRandomness } from './randomness.ts';
import { auditTrail, createStorage, outboxOf, type AuditRecord, type Storage } from './storage.ts';
import { createInMemorySubaccountRepository } from './subaccount-repository.ts';
import { createInMemoryUndeliveredEvents, type InMemoryUndeliveredEvents } from './undelivered-events.ts';

export type World = {
  clock: FixedClock;
  randomness: ReturnType<typeof createSeededRandomness>;
  pause: RecordingPause;
  metrics: CountingMetrics;
  customers: CustomerRepository;
  subaccounts: SubaccountRepository;
  identity: InMemoryIdentityProvider;
  charges: InMemoryChargeSource;
  undelivered: InMemoryUndeliveredEvents;
  queue: InMemoryEventQueue;
  publisher: InMemoryNotificationPublisher;
  /** Everything that is stored, for tests that look behind the ports. */
  storage: Storage;
  auditOf: (ref: CustomerRef) => AuditRecord[];
  outboxOf: (ref: CustomerRef) => Notification[];
  /** Makes a subaccount with the default policy and these rules. */
  addSubaccount: (id: string, rules?: Partial<PolicyRules>) => Promise<Policy>;
};

export function createWorld({ nowMs, seed }: { nowMs?: number; seed?: number } = {}): World {
  const clock = createFixedClock(nowMs);
  const storage = createStorage();
  const subaccounts = createInMemorySubaccountRepository(storage);
  return {
    clock,
    randomness: createSeededRandomness(seed),
    pause: createNoWait(),
    metrics: createCountingMetrics(),
    customers: createInMemoryCustomerRepository(storage),
    subaccounts,
    identity: createInMemoryIdentityProvider(clock),
    charges: createInMemoryChargeSource(),
    undelivered: createInMemoryUndeliveredEvents(),
    queue: createInMemoryEventQueue(),
    publisher: createInMemoryNotificationPublisher(),
    storage,
    auditOf: (ref) => auditTrail(storage, ref),
    outboxOf: (ref) => outboxOf(storage, ref),
    addSubaccount: async (id, rules) => {
      const policy = { ...defaultPolicyRules, ...rules, subaccountId: id, version: 1 };
      await subaccounts.create(
        { id, name: `${id} name`, appName: `${id} app`, version: 1 },
        { before: null, after: policy, actor: { kind: 'system', id: 'setup' }, atMs: clock.nowMs() },
      );
      return policy;
    },
  };
}

// All ports in memory, wired together: what a use case or a function is given in tests.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import { defaultPolicyRules, type Policy, type PolicyRules } from '../../../functions/domain/policy.ts';
import { createGeography } from '../../../functions/adapters/location/geography.ts';
import type { CustomerExportSource } from '../../../functions/use-cases/ports/customer-export.ts';
import type { CustomerFileRepository } from '../../../functions/use-cases/ports/customer-file.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type {
  DeviceRepository,
  PushEndpoints,
  PushSender,
} from '../../../functions/use-cases/ports/devices.ts';
import type {
  PolicyApplications,
  PolicySubjects,
} from '../../../functions/use-cases/ports/policy-effects.ts';
import type {
  OpenSessionList,
  ReconcilerProgress,
  RequeuedEvents,
} from '../../../functions/use-cases/ports/reconciliation.ts';
import type { DeadlineList, Deadlines } from '../../../functions/use-cases/ports/deadlines.ts';
import type { IdentityDataRepository } from '../../../functions/use-cases/ports/identity-data.ts';
import type { Lane } from '../../../functions/use-cases/ports/messaging.ts';
import type { Geography, SignalRepository } from '../../../functions/use-cases/ports/signals.ts';
import type { RedactionLeftovers } from '../../../functions/use-cases/ports/redaction.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { createInMemoryChargeSource, type InMemoryChargeSource } from './charge-source.ts';
import { createFixedClock, type FixedClock } from './clock.ts';
import { createInMemoryCustomerExportSource } from './customer-export.ts';
import { createInMemoryCustomerFileRepository } from './customer-file.ts';
import { createInMemoryCustomerRepository } from './customer-repository.ts';
import { createInMemoryDeadLetterQueue, type InMemoryDeadLetterQueue } from './dead-letters.ts';
import { createInMemoryDeadlineList, createInMemoryDeadlines } from './deadlines.ts';
import { createInMemoryDeviceRepository } from './device-repository.ts';
import { createInMemoryEventQueue, type InMemoryEventQueue } from './event-queue.ts';
import { createInMemoryIdentityDataRepository } from './identity-data.ts';
import { createInMemoryIdentityProvider, type InMemoryIdentityProvider } from './identity-provider.ts';
import { createCountingMetrics, type CountingMetrics } from './metrics.ts';
import {
  createInMemoryNotificationPublisher,
  type InMemoryNotificationPublisher,
} from './notification-publisher.ts';
import { createNoWait, type RecordingPause } from './pause.ts';
import {
  createInMemoryBatchQueue,
  createInMemoryPolicyApplications,
  createInMemoryPolicySubjects,
  createInMemoryStatsCounters,
  type InMemoryBatchQueue,
  type InMemoryStatsCounters,
} from './policy-effects.ts';
import {
  createInMemoryReconcilerRuns,
  createInMemoryWebhookCounters,
  createInMemoryWebhookQueueSizes,
  type InMemoryReconcilerRuns,
  type InMemoryWebhookCounters,
  type InMemoryWebhookQueueSizes,
} from './operations.ts';
import {
  createInMemoryOpenSessionList,
  createInMemoryReconcilerProgress,
  createInMemoryRequeuedEvents,
} from './reconciliation.ts';
import { createInMemoryPushService, type InMemoryPushService } from './push-service.ts';
import { createSeededRandomness } from './randomness.ts';
import { createInMemoryRedactionLeftovers } from './redaction-leftovers.ts';
import { createInMemoryRelayRetries, type InMemoryRelayRetries } from './relay-retries.ts';
import { createInMemorySignalRepository } from './signal-repository.ts';
import { createInMemorySignupQueue, type InMemorySignupQueue } from './signup-queue.ts';
import { auditTrail, createStorage, outboxOf, type Storage } from './storage.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import { createInMemorySubaccountRepository } from './subaccount-repository.ts';
import { createInMemoryUndeliveredEvents, type InMemoryUndeliveredEvents } from './undelivered-events.ts';
import { createInMemoryWebhookDeliveries, type InMemoryWebhookDeliveries } from './webhook-deliveries.ts';

export type World = {
  clock: FixedClock;
  randomness: ReturnType<typeof createSeededRandomness>;
  pause: RecordingPause;
  metrics: CountingMetrics;
  customers: CustomerRepository;
  customerFiles: CustomerFileRepository;
  subaccounts: SubaccountRepository;
  signals: SignalRepository;
  identityData: IdentityDataRepository;
  customerExport: CustomerExportSource;
  leftovers: RedactionLeftovers;
  deadlineList: DeadlineList;
  deadlines: Deadlines;
  signups: InMemorySignupQueue;
  retries: InMemoryRelayRetries;
  /** The real one: it needs no engine. */
  geography: Geography;
  subjects: PolicySubjects;
  applications: PolicyApplications;
  batches: InMemoryBatchQueue;
  counters: InMemoryStatsCounters;
  identity: InMemoryIdentityProvider;
  charges: InMemoryChargeSource;
  undelivered: InMemoryUndeliveredEvents;
  openSessionList: OpenSessionList;
  progress: ReconcilerProgress;
  requeued: RequeuedEvents;
  reconcilerRuns: InMemoryReconcilerRuns;
  webhookCounters: InMemoryWebhookCounters;
  webhookQueues: InMemoryWebhookQueueSizes;
  queue: InMemoryEventQueue;
  deliveries: InMemoryWebhookDeliveries;
  /** The lane of a queue; `…-backlog` is the backlog's. */
  laneOf: (queueArn: string) => Lane;
  deadLetters: InMemoryDeadLetterQueue;
  publisher: InMemoryNotificationPublisher;
  devices: DeviceRepository;
  endpoints: PushEndpoints;
  sender: PushSender;
  /** What stands behind endpoints and sender. */
  pushService: InMemoryPushService;
  /** Everything that is stored, for tests that look behind the ports. */
  storage: Storage;
  auditOf: (ref: CustomerRef) => AuditEntry[];
  outboxOf: (ref: CustomerRef) => Notification[];
  /** Makes a subaccount with the default policy and these rules. */
  addSubaccount: (id: string, rules?: Partial<PolicyRules>) => Promise<Policy>;
};

export function createWorld({ nowMs, seed }: { nowMs?: number; seed?: number } = {}): World {
  const clock = createFixedClock(nowMs);
  const storage = createStorage();
  const pushService = createInMemoryPushService();
  const subaccounts = createInMemorySubaccountRepository(storage);
  return {
    clock,
    randomness: createSeededRandomness(seed),
    pause: createNoWait(),
    metrics: createCountingMetrics(),
    customers: createInMemoryCustomerRepository(storage),
    customerFiles: createInMemoryCustomerFileRepository(storage),
    subaccounts,
    signals: createInMemorySignalRepository(storage),
    identityData: createInMemoryIdentityDataRepository(storage),
    customerExport: createInMemoryCustomerExportSource(storage),
    leftovers: createInMemoryRedactionLeftovers(storage),
    deadlineList: createInMemoryDeadlineList(storage),
    deadlines: createInMemoryDeadlines(storage),
    signups: createInMemorySignupQueue(),
    retries: createInMemoryRelayRetries(),
    geography: createGeography(),
    subjects: createInMemoryPolicySubjects(storage),
    applications: createInMemoryPolicyApplications(storage),
    batches: createInMemoryBatchQueue(),
    counters: createInMemoryStatsCounters(storage),
    identity: createInMemoryIdentityProvider(clock),
    charges: createInMemoryChargeSource(),
    undelivered: createInMemoryUndeliveredEvents(),
    openSessionList: createInMemoryOpenSessionList(storage),
    progress: createInMemoryReconcilerProgress(storage),
    requeued: createInMemoryRequeuedEvents(storage),
    reconcilerRuns: createInMemoryReconcilerRuns(),
    webhookCounters: createInMemoryWebhookCounters(),
    webhookQueues: createInMemoryWebhookQueueSizes(),
    queue: createInMemoryEventQueue(),
    deliveries: createInMemoryWebhookDeliveries(),
    laneOf: (queueArn) => (queueArn.endsWith('-backlog') ? 'backlog' : 'fresh'),
    deadLetters: createInMemoryDeadLetterQueue(clock),
    publisher: createInMemoryNotificationPublisher(),
    devices: createInMemoryDeviceRepository(storage),
    endpoints: pushService.endpoints,
    sender: pushService.sender,
    pushService,
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

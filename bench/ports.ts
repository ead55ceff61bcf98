// What the use cases need beside the table: Stripe and the rest of the world, as literals that answer at once.

import { randomBytes, randomUUID } from 'node:crypto';
import { createCustomerExportSource } from '../functions/adapters/dynamodb/customer-export.ts';
import { createCustomerFileRepository } from '../functions/adapters/dynamodb/customer-file.ts';
import { createCustomerRepository } from '../functions/adapters/dynamodb/customer-repository.ts';
import { createDeadlineList, createDeadlines } from '../functions/adapters/dynamodb/deadlines.ts';
import { createDeviceRepository } from '../functions/adapters/dynamodb/device-repository.ts';
import { createIdentityDataRepository } from '../functions/adapters/dynamodb/identity-item.ts';
import { createOpenSessionList } from '../functions/adapters/dynamodb/open-sessions.ts';
import { createPolicyApplications } from '../functions/adapters/dynamodb/policy-applications.ts';
import { createPolicySubjects } from '../functions/adapters/dynamodb/policy-subjects.ts';
import { createReconcilerProgress } from '../functions/adapters/dynamodb/reconciler-progress.ts';
import { createRedactionLeftovers } from '../functions/adapters/dynamodb/redaction-leftovers.ts';
import { createRequeuedEvents } from '../functions/adapters/dynamodb/requeued-events.ts';
import { createSignalRepository } from '../functions/adapters/dynamodb/signal-repository.ts';
import { createStatsCounters } from '../functions/adapters/dynamodb/stats-counters.ts';
import { createSubaccountRepository } from '../functions/adapters/dynamodb/subaccount-repository.ts';
import type { Table } from '../functions/adapters/dynamodb/table.ts';
import { createRawVault } from '../functions/adapters/encryption/raw-vault.ts';
import { unknownCarrier, unknownIp, unknownPhone } from '../functions/domain/signals/facts.ts';
import type { Charge } from '../functions/domain/risk.ts';
import type { StripeSession } from '../functions/domain/session.ts';

/** Ids as long as Stripe's, because they are part of what is paid for. */
export const stripeId = (prefix: string): string =>
  `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 24)}`;

export function createPorts(table: Table) {
  const sessions = new Map<string, StripeSession>();
  const charges = new Map<string, Charge>();
  const vault = createRawVault([randomBytes(32)]);

  /** Stripe finishes a check, or goes on with a redaction; what it has removed stays removed. */
  const conclude = (id: string, outcome: Partial<StripeSession>): void => {
    const session = sessions.get(id);
    if (session === undefined || session.redaction === 'redacted') return;
    sessions.set(id, { ...session, ...outcome });
  };

  return {
    customers: createCustomerRepository(table, vault),
    customerFiles: createCustomerFileRepository(table, vault),
    subaccounts: createSubaccountRepository(table),
    signals: createSignalRepository(table, vault),
    identityData: createIdentityDataRepository(table, vault),
    customerExport: createCustomerExportSource(table, vault),
    leftovers: createRedactionLeftovers(table),
    deadlineList: createDeadlineList(table),
    deadlines: createDeadlines(table),
    devices: createDeviceRepository(table),
    subjects: createPolicySubjects(table),
    applications: createPolicyApplications(table),
    counters: createStatsCounters(table),
    openSessionList: createOpenSessionList(table),
    progress: createReconcilerProgress(table),
    requeued: createRequeuedEvents(table),
    clock: { nowMs: () => Date.now() },
    randomness: { next: () => Math.random(), uuid: () => randomUUID() },
    pause: () => Promise.resolve(),
    metrics: { count: () => undefined },
    batches: { send: () => Promise.resolve() },
    numbers: { read: () => unknownPhone },
    phoneLookup: { lookUp: () => Promise.resolve(unknownCarrier) },
    ipLocator: { locate: () => Promise.resolve(unknownIp) },
    endpoints: {
      register: () =>
        Promise.resolve(`arn:aws:sns:us-east-1:000000000000:endpoint/APNS/RideGate/${randomUUID()}`),
      remove: () => Promise.resolve(),
    },
    allowedReturnUrls: ['https://fleet.example/'],
    identity: {
      createSession: () => {
        const id = stripeId('vs');
        const session: StripeSession = {
          id,
          status: 'requires_input',
          lastError: null,
          reportCount: 0,
          redaction: null,
          dateOfBirth: null,
          verifiedData: null,
          clientSecret: `${id}_secret`,
          url: 'https://verify.stripe.com/start/x',
        };
        sessions.set(id, session);
        return Promise.resolve(session);
      },
      findOpenSession: () => Promise.resolve(null),
      findSessions: () => Promise.resolve([]),
      retrieveSession: (id: string) => {
        const session = sessions.get(id);
        return session === undefined
          ? Promise.reject(new Error(`no session ${id}`))
          : Promise.resolve(session);
      },
      cancelSession: () => Promise.resolve(),
      redactSession: (id: string) => {
        conclude(id, { redaction: 'processing' });
        return Promise.resolve('asked' as const);
      },
      createImageLinks: () => Promise.resolve({ images: [], unavailable: 'none' as const }),
      createEphemeralKey: () => Promise.resolve({ secret: 'ek', expiresAtMs: Date.now() + 3_600_000 }),
    },
    charges: {
      retrieveCharge: (id: string) => Promise.resolve(charges.get(id) ?? null),
      firstSuccessfulCharge: () => Promise.resolve(null),
    },
    conclude,
    /** A payment that Radar judged. */
    charge: (stripeCustomerId: string, riskLevel: string): string => {
      const id = stripeId('ch');
      const rest = { status: 'succeeded', radarScore: null, outcomeType: 'authorized' } as const;
      charges.set(id, { id, stripeCustomerId, riskLevel, ...rest });
      return id;
    },
  };
}

export type BenchPorts = ReturnType<typeof createPorts>;

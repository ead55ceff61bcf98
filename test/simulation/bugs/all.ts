import type { Bug } from './bug.ts';
import { deliveryBugs } from './deliveries.ts';
import { gateBugs } from './gate.ts';
import { outboxBugs } from './outbox.ts';
import { processorBugs } from './processor.ts';
import { receiverBugs } from './receiver.ts';
import { reconcilerBugs } from './reconciler.ts';
import { redactionBugs } from './redaction.ts';
import { sessionBugs } from './sessions.ts';
import { storageBugs } from './storage.ts';
import { tenantBugs } from './tenants.ts';
import { verificationBugs } from './verification.ts';

/** Each bug by its topic. */
export const bugsByTopic = {
  storage: storageBugs,
  gate: gateBugs,
  receiver: receiverBugs,
  processor: processorBugs,
  deliveries: deliveryBugs,
  sessions: sessionBugs,
  verification: verificationBugs,
  outbox: outboxBugs,
  tenants: tenantBugs,
  reconciler: reconcilerBugs,
  redaction: redactionBugs,
} as const satisfies Readonly<Record<string, readonly Bug[]>>;

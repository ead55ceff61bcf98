// Was anything lost, did anything happen twice? Judged from what the engines and Stripe hold after a drill.

import * as z from 'zod';
import { lookupKeys, customerPartition } from '../../functions/adapters/dynamodb/keys.ts';
import type { Push, TableItem } from './evidence.ts';
import type { PlannedCustomer } from './plan.ts';
import { disagreements, type StripeState } from './stripe-agreement.ts';
import { askingAll, askingByRisk } from './subaccounts.ts';

export type Evidence = {
  customers: readonly PlannedCustomer[];
  /** Events that the receiver has answered with 200. */
  acknowledged: ReadonlySet<string>;
  items: readonly TableItem[];
  pushes: readonly Push[];
  stripe: StripeState;
  deadLetters: readonly string[];
};

export type Verdict = { lost: string[]; doubled: string[]; wrong: string[] };

const auditEntry = z.object({
  version: z.int(),
  actor: z.string(),
  action: z.string(),
  after: z.object({ requirement: z.object({ state: z.string() }).optional() }),
});
type AuditEntry = z.infer<typeof auditEntry>;

const outboxItem = z.object({
  sk: z.string().startsWith('OUTBOX#'),
  notification: z.object({ id: z.string(), subaccountId: z.string() }),
});
const profile = z.object({
  version: z.int(),
  identityStatus: z.string().nullable(),
  attemptCount: z.int(),
  session: z.object({ id: z.string() }).nullable(),
});

/** Each finding is a sentence; none at all is a clean drill. */
export function judge(evidence: Evidence): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], wrong: [] };
  const partitions = Map.groupBy(evidence.items, ({ pk }) => pk);
  const inDeadLetters = evidence.deadLetters.join('\n');
  for (const id of evidence.acknowledged) {
    if (partitions.has(lookupKeys.event(id).pk)) continue;
    if (!inDeadLetters.includes(id)) verdict.lost.push(`${id} was acknowledged and had no effect`);
  }
  for (const letter of evidence.deadLetters) verdict.wrong.push(`in the dead letters: ${letter}`);

  const actors = new Map<string, number>();
  const promised = new Map<string, string>();
  for (const customer of evidence.customers) {
    const { subaccountId, id: customerId } = customer;
    const items = partitions.get(customerPartition({ subaccountId, customerId })) ?? [];
    const audit = itemsOf(items, 'AUDIT#', auditEntry);
    const outbox = itemsOf(items, 'OUTBOX#', outboxItem);
    for (const { actor } of audit) actors.set(actor, (actors.get(actor) ?? 0) + 1);
    for (const { notification } of outbox) promised.set(notification.id, customerId);
    const { version, identityStatus, attemptCount, session } = profile.parse(
      items.find(({ sk }) => sk === 'PROFILE'),
    );
    const found = { status: identityStatus, attempts: attemptCount, sessionId: session?.id ?? null };
    verdict.wrong.push(
      ...versionFaults(customerId, version, audit),
      ...outboxFaults(customerId, audit, outbox),
      ...disagreements(evidence.stripe, customer, found),
    );
  }
  for (const [actor, effects] of actors) {
    if (actor.startsWith('stripe:') && effects > 1) verdict.doubled.push(`${actor} has ${effects} effects`);
  }
  verdict.wrong.push(...pushFaults(evidence.pushes, promised));
  return verdict;
}

/** The ids of the pushes that were saved with changes of the drill's customers. */
export function promisedPushes(items: readonly TableItem[]): string[] {
  return items
    .flatMap((item) => outboxItem.safeParse(item).data?.notification ?? [])
    .filter(({ subaccountId }) => [askingAll, askingByRisk].includes(subaccountId))
    .map(({ id }) => id);
}

function itemsOf<Item>(items: readonly TableItem[], prefix: string, schema: z.ZodType<Item>): Item[] {
  return items
    .filter(({ sk }) => sk.startsWith(prefix))
    .sort((one, other) => (one.sk < other.sk ? -1 : 1))
    .map((item) => schema.parse(item));
}

function versionFaults(customerId: string, version: number, audit: readonly AuditEntry[]): string[] {
  const isGapless = audit.length === version && audit.every((entry, index) => entry.version === index + 1);
  if (isGapless) return [];
  const versions = audit.map((entry) => entry.version).join(', ');
  return [`${customerId} is at version ${version}, his audit trail has ${versions}`];
}

/** What a rider is to be told of, by the product's own list of pushes. */
function isNotifiable({ action, after }: AuditEntry): boolean {
  if (action === 'customer_created') return after.requirement?.state === 'required';
  return ['requirement_raised', 'identity_verified', 'identity_requires_input'].includes(action);
}

function outboxFaults(
  customerId: string,
  audit: readonly AuditEntry[],
  outbox: readonly z.infer<typeof outboxItem>[],
): string[] {
  const wanted = audit.filter(isNotifiable).map((entry) => entry.version);
  const saved = outbox.map(({ sk }) => Number(sk.slice('OUTBOX#'.length)));
  if (wanted.join() === saved.join()) return [];
  return [
    `${customerId} was to be told of versions ${wanted.join(', ')}, the outbox has ${saved.join(', ')}`,
  ];
}

function pushFaults(pushes: readonly Push[], promised: ReadonlyMap<string, string>): string[] {
  const pushed = new Set(pushes.map(({ id }) => id));
  return [
    ...[...promised]
      .filter(([id]) => !pushed.has(id))
      .map(([id, who]) => `${id} for ${who} was never pushed`),
    ...[...pushed].filter((id) => !promised.has(id)).map((id) => `${id} was pushed without a change`),
  ];
}

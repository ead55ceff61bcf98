// What Stripe's API says, read as the owner of the account does.

import * as z from 'zod';
import { loopback } from '../../local/settings.ts';
import type { Site } from './site.ts';

const event = z.looseObject({ id: z.string() });
export type ListedEvent = z.infer<typeof event>;

const session = z.object({
  id: z.string(),
  status: z.enum(['requires_input', 'processing', 'verified', 'canceled']),
  last_error: z.object({ code: z.string() }).nullable(),
  metadata: z.record(z.string(), z.string()),
});
export type ListedSession = z.infer<typeof session>;

const report = z.object({ id: z.string(), verification_session: z.string() });

const pageSize = 100;

/** The id of the newest event; a run has some from its demo data. */
export async function newestEvent(site: Site): Promise<string> {
  const [newest] = (await list(site, '/v1/events?limit=1', event)).data;
  if (newest === undefined) throw new Error('Stripe has no events yet');
  return newest.id;
}

/** A page of the events after one, oldest first. */
export async function listNewEvents(site: Site, after: string): Promise<ListedEvent[]> {
  const page = await list(site, `/v1/events?limit=${pageSize}&ending_before=${after}`, event);
  return page.data.reverse();
}

export function listSessions(site: Site): Promise<ListedSession[]> {
  return listAll(site, '/v1/identity/verification_sessions', session);
}

/** How many submissions of each session Stripe has checked. */
export async function countReports(site: Site): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { verification_session: id } of await listAll(
    site,
    '/v1/identity/verification_reports',
    report,
  )) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

async function listAll<Item extends { id: string }>(
  site: Site,
  path: string,
  schema: z.ZodType<Item>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last === undefined ? '' : `&starting_after=${last.id}`;
    const page = await list(site, `${path}?limit=${pageSize}${after}`, schema);
    all.push(...page.data);
    if (!page.has_more) return all;
  }
}

async function list<Item>(site: Site, path: string, schema: z.ZodType<Item>) {
  const answer = await site.insist(loopback(site.settings.ports.stripe) + path, {
    headers: { authorization: `Bearer ${site.settings.stripe.apiKey}` },
  });
  return z.object({ data: z.array(schema), has_more: z.boolean() }).parse(answer.body);
}

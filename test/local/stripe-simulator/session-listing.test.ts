import { describe, expect, it } from 'vitest';
import { errorOf, runSimulator } from './support.ts';

describe('verification sessions', () => {
  it('are listed newest first, by page and by filter', async () => {
    const { stripe } = await runSimulator();
    const sessions = stripe.identity.verificationSessions;
    const made: string[] = [];
    for (const customer of ['cus_a', 'cus_b', 'cus_a', 'cus_b', 'cus_a']) {
      const { id } = await sessions.create({
        type: 'document',
        related_customer: customer,
        client_reference_id: `ref_${customer}`,
      });
      made.unshift(id);
    }
    await sessions.cancel(made[0] ?? '');
    const ids = (list: { data: { id: string }[] }): string[] => list.data.map(({ id }) => id);

    const first = await sessions.list({ limit: 2 });
    const second = await sessions.list({ limit: 2, starting_after: made[1] ?? '' });
    const back = await sessions.list({ limit: 2, ending_before: made[4] ?? '' });
    const all: string[] = [];
    for await (const { id } of sessions.list({ limit: 2 })) all.push(id);

    expect(ids(first)).toEqual(made.slice(0, 2));
    expect(first).toMatchObject({
      object: 'list',
      has_more: true,
      url: '/v1/identity/verification_sessions',
    });
    expect(ids(second)).toEqual(made.slice(2, 4));
    expect(ids(back)).toEqual(made.slice(2, 4));
    expect(all).toEqual(made);
    expect(ids(await sessions.list({ related_customer: 'cus_a' }))).toEqual([made[0], made[2], made[4]]);
    expect(ids(await sessions.list({ client_reference_id: 'ref_cus_b' }))).toEqual([made[1], made[3]]);
    expect(ids(await sessions.list({ status: 'canceled' }))).toEqual([made[0]]);
    expect(ids(await sessions.list({ created: { gt: Math.floor(Date.now() / 1000) + 60 } }))).toEqual([]);
    expect(await errorOf(sessions.list({ starting_after: 'vs_unknown' }))).toMatchObject({
      code: 'resource_missing',
    });
    expect((await errorOf(sessions.list({ limit: 101 }))).message).toContain('limit');
  });
});

// Riders whom a crash or a failure of Stripe left with half a session: once faults have stopped, they get a whole
// one, or hear why not.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Api } from '../api.ts';
import type { History } from '../invariant.ts';
import { Violation } from '../violation.ts';
import { keyOf } from './cast.ts';

/** The first answer may still be the failure that Stripe keeps under its key. */
const mostTries = 2;

export async function comeBack({ api, journal, scheduler, table }: History & { api: Api }): Promise<void> {
  const hasClaim = ({ subaccountId, customerId }: CustomerRef): boolean => {
    const count = journal.commitsOf({ subaccountId, customerId }).at(-1)?.after.sessionCount ?? 0;
    const sk = `SESSION#${String(count + 1).padStart(10, '0')}`;
    return table.get({ pk: `SUB#${subaccountId}#CUST#${customerId}`, sk }) !== null;
  };
  for (const ref of journal.customers().filter(hasClaim)) {
    scheduler.spawn(`rider ${keyOf(ref)} comes back`, async () => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const { answer } = await api.call({
          action: 'start-identity-session',
          as: { role: 'rider', ref },
          ref,
        });
        if (answer !== null && answer.status < 500) return;
      }
      throw new Violation('convergence', `${keyOf(ref)} can't open a session in the end`);
    });
    await scheduler.runUntilQuiet();
  }
}

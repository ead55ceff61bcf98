import type { DeadLetter } from '../domain/dead-letter.ts';
import { isChargeEvent } from '../domain/stripe-event.ts';
import { inRounds } from './look-at-dead-letters.ts';
import type { CustomerRepository } from './ports/customer-repository.ts';

export type FindCustomersDeps = { customers: Pick<CustomerRepository, 'findByStripeSession'> };

/**
 * Names the customer of each event of a session, where the worker that gave it up couldn't. One that can't be
 * looked up stays unnamed: whoever looks after dead letters needs them most while something is broken.
 */
export async function findAffectedCustomers(
  deps: FindCustomersDeps,
  letters: readonly DeadLetter[],
): Promise<DeadLetter[]> {
  const found: DeadLetter[] = [];
  for (const round of inRounds(letters)) {
    found.push(...(await Promise.all(round.map((letter) => findCustomer(deps, letter)))));
  }
  return found;
}

async function findCustomer({ customers }: FindCustomersDeps, letter: DeadLetter): Promise<DeadLetter> {
  const { event } = letter;
  if (letter.customer !== null || event === null || isChargeEvent(event.type)) return letter;
  const found = await customers.findByStripeSession(event.objectId).catch(() => null);
  return { ...letter, customer: found?.ref ?? null };
}

// The places at which bugs take hold: the table's commands, the repositories and ports, Stripe.

import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Write } from '../../../functions/adapters/dynamodb/table.ts';
import type { Customer } from '../../../functions/domain/customer.ts';
import type {
  CustomerRepository,
  CustomerSave,
} from '../../../functions/use-cases/ports/customer-repository.ts';
import type { ChargeSource, IdentityProvider } from '../../../functions/use-cases/ports/stripe.ts';
import type { Parts, Sabotage } from '../wiring.ts';

export type Send = (command: object) => Promise<Record<string, unknown>>;

/** Changes what is sent to the table, or what it answers. */
export function withTable(change: (send: Send) => Send): Sabotage {
  return {
    outside: (outside) => {
      const documents = outside.documents as unknown as { send: Send };
      return { ...outside, documents: { send: change((command) => documents.send(command)) } };
    },
  };
}

/** Changes each write of each transaction, or drops it with null. */
export function withWrites(change: (write: Write) => Write | null): Sabotage {
  return withTable((send) => (command) => {
    if (!(command instanceof TransactWriteCommand)) return send(command);
    const changed = (command.input.TransactItems ?? []).flatMap((write) => change(write) ?? []);
    return send(new TransactWriteCommand({ TransactItems: changed }));
  });
}

/** The key of what a write puts. */
export function keyOfPut({ Put }: Write): { pk: string; sk: string } {
  return { pk: String(Put?.Item?.['pk'] ?? ''), sk: String(Put?.Item?.['sk'] ?? '') };
}

/** The same put without its condition. */
export function unguarded(write: Write): Write {
  return write.Put === undefined ? write : { Put: whateverIsThere(write.Put) };
}

/** What a put says without its condition. */
export function whateverIsThere({
  TableName,
  Item,
}: {
  TableName: string | undefined;
  Item: Record<string, unknown> | undefined;
}): { TableName: string | undefined; Item: Record<string, unknown> | undefined } {
  return { TableName, Item };
}

export function withParts(change: (parts: Parts) => Partial<Parts>): Sabotage {
  return { parts: (parts) => ({ ...parts, ...change(parts) }) };
}

export function withCustomers(
  change: (customers: CustomerRepository, parts: Parts) => Partial<CustomerRepository>,
): Sabotage {
  return withParts((parts) => ({
    customers: { ...parts.customers, ...change(parts.customers, parts) },
  }));
}

/** Changes what is saved of a decided change. */
export function savingAs(change: (input: CustomerSave) => CustomerSave): Sabotage {
  return withCustomers((customers) => ({ save: (input) => customers.save(change(input)) }));
}

/** Saves a change whose customer differs from what was decided. */
export function withAfter(input: CustomerSave, difference: Partial<Customer>): CustomerSave {
  return { ...input, change: { ...input.change, after: { ...input.change.after, ...difference } } };
}

/** Has everything decided from a customer who is seen otherwise than he is. */
export function misreading(see: (customer: Customer) => Customer): Sabotage {
  return withCustomers((customers) => {
    const real = new WeakMap<Customer, Customer>();
    return {
      loadContext: async (ref) => {
        const context = await customers.loadContext(ref);
        const customer = see(context.customer);
        real.set(customer, context.customer);
        return { ...context, customer };
      },
      save: (input) => customers.save({ ...input, before: real.get(input.before) ?? input.before }),
    };
  });
}

export function withIdentity(change: (identity: IdentityProvider) => Partial<IdentityProvider>): Sabotage {
  return {
    outside: ({ stripe, ...outside }) => ({
      ...outside,
      stripe: { ...stripe, identity: { ...stripe.identity, ...change(stripe.identity) } },
    }),
  };
}

export function withCharges(change: (charges: ChargeSource) => Partial<ChargeSource>): Sabotage {
  return {
    outside: ({ stripe, ...outside }) => ({
      ...outside,
      stripe: { ...stripe, charges: { ...stripe.charges, ...change(stripe.charges) } },
    }),
  };
}

/** Starts something and doesn't wait for it; nobody hears of it when it fails. */
export function unawaited(work: Promise<unknown>): Promise<void> {
  work.catch(() => undefined);
  return Promise.resolve();
}

/** Does something and keeps to itself that it failed. */
export async function swallowed(work: Promise<unknown>): Promise<void> {
  await work.catch(() => undefined);
}

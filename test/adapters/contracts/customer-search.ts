import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer, CustomerRef } from '../../../functions/domain/customer.ts';
import type { CustomerSearch } from '../../../functions/domain/customer-list.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { MakeCustomerHarness } from './customer-harness.ts';
import { aSave, aSession, created, newId, saved } from './samples.ts';

const ownId = (customerId: string): CustomerSearch => ({ customerId, stripe: null });
const ofStripe = (kind: 'customer' | 'session', id: string): CustomerSearch => ({
  customerId: id,
  stripe: { kind, id },
});

async function withSession(
  customers: CustomerRepository,
  customer: Customer,
  sessionId: string,
  number = 1,
): Promise<Customer> {
  const session = aSession({ number, sessionId, status: 'requires_input' });
  return saved(
    customers,
    aSave(customer, { session: { id: sessionId, number }, sessionCount: number }, { session }),
  );
}

/** Who has an id, among a subaccount's own customers. */
export function describeCustomerSearch(make: MakeCustomerHarness): void {
  describe('a search', () => {
    it('finds a customer by his own id, whole', async () => {
      const { customers } = make();
      const home = newId('sub');
      const ada = await created(customers, { subaccountId: home, customerId: 'ada' }, { attemptCount: 2 });
      await created(customers, { subaccountId: home, customerId: 'ada-2' });

      expect(await customers.search(home, ownId('ada'))).toEqual([ada]);
    });

    it('finds him by his Stripe customer id', async () => {
      const { customers } = make();
      const home = newId('sub');
      const stripeCustomerId = newId('cus');
      const ada = await created(customers, { subaccountId: home, customerId: 'ada' }, { stripeCustomerId });

      expect(await customers.search(home, ofStripe('customer', stripeCustomerId))).toEqual([ada]);
    });

    it('finds him by any of his sessions, also by those that count no longer', async () => {
      const { customers } = make();
      const home = newId('sub');
      const [first, second] = [newId('vs'), newId('vs')];
      const ada = await created(customers, { subaccountId: home, customerId: 'ada' });
      const later = await withSession(customers, await withSession(customers, ada, first), second, 2);

      expect(await customers.search(home, ofStripe('session', first))).toEqual([later]);
      expect(await customers.search(home, ofStripe('session', second))).toEqual([later]);
    });

    it('finds two where one’s own id is the other’s of Stripe, the owner of the id first', async () => {
      const { customers } = make();
      const home = newId('sub');
      const [cus, vs] = [newId('cus'), newId('vs')];
      const payer = await created(
        customers,
        { subaccountId: home, customerId: 'payer' },
        { stripeCustomerId: cus },
      );
      const rider = await withSession(
        customers,
        await created(customers, { subaccountId: home, customerId: 'rider' }),
        vs,
      );
      const namesakes = [
        await created(customers, { subaccountId: home, customerId: cus }),
        await created(customers, { subaccountId: home, customerId: vs }),
      ];

      expect(await customers.search(home, ofStripe('customer', cus))).toEqual([namesakes[0], payer]);
      expect(await customers.search(home, ofStripe('session', vs))).toEqual([namesakes[1], rider]);
    });

    it('finds once who has the id twice', async () => {
      const { customers } = make();
      const home = newId('sub');
      const cus = newId('cus');
      const ada = await created(
        customers,
        { subaccountId: home, customerId: cus },
        { stripeCustomerId: cus },
      );

      expect(await customers.search(home, ofStripe('customer', cus))).toEqual([ada]);
    });

    it('finds nobody by an id that nobody has, or by a part of one', async () => {
      const { customers } = make();
      const home = newId('sub');
      const cus = newId('cus');
      await created(customers, { subaccountId: home, customerId: 'ada' }, { stripeCustomerId: cus });

      for (const id of ['ad', 'ADA', newId('cus'), cus.slice(0, -1)]) {
        expect(await customers.search(home, ofStripe('customer', id))).toEqual([]);
        expect(await customers.search(home, ofStripe('session', id))).toEqual([]);
      }
      expect(
        await customers.search(home, { customerId: null, stripe: { kind: 'session', id: cus } }),
      ).toEqual([]);
    });

    it('never finds a customer of another subaccount, and always its own', async () => {
      const { customers } = make();
      await fc.assert(
        fc.asyncProperty(anyPopulation, async (population) => {
          const { home, people } = await populate(customers, population);

          for (const { id, kind } of population.ids) {
            const text = `${id}${people.suffix}`;
            const found = await customers.search(home, ofStripe(kind, text));

            expect(found.filter(({ subaccountId }) => subaccountId !== home)).toEqual([]);
            expect(new Set(found.map((customer) => customer.id))).toEqual(people.withId(home, text));
          }
        }),
        { numRuns: 15 },
      );
    });
  });
}

const stripeIds = ['cus_a', 'cus_b', 'vs_a', 'vs_b'] as const;

/** Two subaccounts' customers: who has which id as his own, and whose are those of Stripe. */
const anyPopulation = fc
  .record({
    own: fc.uniqueArray(fc.record({ away: fc.boolean(), id: fc.constantFrom('rider', ...stripeIds) }), {
      selector: ({ away, id }) => `${away} ${id}`,
      minLength: 2,
      maxLength: 5,
    }),
    owners: fc.array(fc.nat(), { minLength: stripeIds.length, maxLength: stripeIds.length }),
  })
  .map(({ own, owners }) => ({
    people: own.map((person, index) => ({
      ...person,
      has: stripeIds.filter((_, at) => (owners[at] ?? 0) % own.length === index),
    })),
    ids: ['rider', ...stripeIds].map((id) => ({
      id,
      kind: id.startsWith('vs_') ? ('session' as const) : ('customer' as const),
    })),
  }));
type Population = typeof anyPopulation extends fc.Arbitrary<infer Value> ? Value : never;

async function populate(customers: CustomerRepository, { people }: Population) {
  const suffix = newId('');
  const [home, away] = [newId('sub'), newId('sub')];
  const known: (CustomerRef & { ids: string[] })[] = [];
  for (const person of people) {
    const ref = { subaccountId: person.away ? away : home, customerId: `${person.id}${suffix}` };
    const ids = person.has.map((id) => `${id}${suffix}`);
    const [stripeCustomerId = null] = ids.filter((id) => id.startsWith('cus_'));
    let customer = await created(customers, ref, { stripeCustomerId });
    const sessions = ids.filter((id) => id.startsWith('vs_'));
    for (const [index, id] of sessions.entries()) {
      customer = await withSession(customers, customer, id, index + 1);
    }
    const saidOf = stripeCustomerId === null ? sessions : [stripeCustomerId, ...sessions];
    known.push({ ...ref, ids: [ref.customerId, ...saidOf] });
  }
  const withId = (subaccountId: string, text: string) =>
    new Set(
      known
        .filter((one) => one.subaccountId === subaccountId && one.ids.includes(text))
        .map(({ customerId }) => customerId),
    );
  return { home, people: { suffix, withId } };
}

import { describe, expect, it } from 'vitest';
import { ConcurrentChange } from '../../../functions/domain/faults.ts';
import { outcomes, type MakeCustomerHarness } from './customer-harness.ts';
import { addSubaccount, aSave, aSession, created, newId, newRef, noonMs } from './samples.ts';

const hourMs = 60 * 60 * 1000;

/** Claims of session numbers: one session at Stripe, however many ask for it at once. */
export function describeSessionClaims(make: MakeCustomerHarness): void {
  describe('claiming a session number', () => {
    it('gives it to who asks first, and his claim to who asks next', async () => {
      const { customers } = make();
      const ref = newRef();
      const first = aSession({ startedAtMs: noonMs });
      const second = aSession({ startedAtMs: noonMs + 5, options: { ...first.options, returnUrl: null } });

      expect(await customers.reserveSession(ref, first, noonMs - hourMs)).toEqual(first);
      expect(await customers.reserveSession(ref, second, noonMs - hourMs)).toEqual(first);

      expect(await customers.loadSession(ref, 1)).toEqual(first);
      expect(await customers.loadSession(ref, 2)).toBeNull();
    });

    it('gives all of 50 concurrent callers the same claim', async () => {
      const { customers } = make();
      const ref = newRef();

      const claims = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          customers.reserveSession(ref, aSession({ startedAtMs: noonMs + index }), noonMs - hourMs),
        ),
      );

      expect(new Set(claims.map(({ claimId }) => claimId)).size).toBe(1);
      expect(await customers.loadSession(ref, 1)).toEqual(claims[0]);
    });

    it('keeps the numbers of customers and subaccounts apart', async () => {
      const { customers } = make();
      const ref = newRef();
      const wanted = (startedAtMs: number) => aSession({ startedAtMs });
      await customers.reserveSession(ref, wanted(noonMs), 0);

      const neighbour = await customers.reserveSession(newRef(ref.subaccountId), wanted(noonMs + 1), 0);
      const namesake = await customers.reserveSession(
        { ...ref, subaccountId: newId('sub') },
        wanted(noonMs + 2),
        0,
      );

      expect([neighbour.startedAtMs, namesake.startedAtMs]).toEqual([noonMs + 1, noonMs + 2]);
    });

    it('replaces a claim that is older than what Stripe remembers, not one that is just as old, and says so', async () => {
      const { customers } = make();
      const ref = newRef();
      const stale = aSession({ startedAtMs: noonMs });
      const fresh = aSession({ startedAtMs: noonMs + hourMs });
      await customers.reserveSession(ref, stale, 0);

      expect(await customers.reserveSession(ref, fresh, noonMs)).toEqual(stale);
      const claim = await customers.reserveSession(ref, fresh, noonMs + 1);

      expect(claim).toEqual({ ...fresh, replacesClaim: true });
      expect(await customers.loadSession(ref, 1)).toEqual(claim);
      expect(await customers.reserveSession(ref, aSession(), noonMs + 1)).toEqual(claim);
    });

    it('replaces a stale claim once where many do it at once', async () => {
      const { customers } = make();
      const ref = newRef();
      await customers.reserveSession(ref, aSession({ startedAtMs: noonMs }), 0);

      const { answers, faults } = await outcomes(
        Array.from({ length: 50 }, () =>
          customers.reserveSession(ref, aSession({ startedAtMs: noonMs + hourMs }), noonMs + 1),
        ),
      );

      expect(new Set(answers.map(({ claimId }) => claimId)).size).toBe(1);
      expect(faults.filter((name) => name !== 'ConcurrentChange')).toEqual([]);
      expect(await customers.loadSession(ref, 1)).toEqual(answers[0]);
    });

    it('throws ConcurrentChange for a number whose session was saved, however long ago', async () => {
      const { customers, subaccounts } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const customer = await created(customers, ref);
      const session = aSession({ sessionId: newId('vs'), status: 'requires_input' });
      await customers.save(aSave(customer, { sessionCount: 1 }, { session }));

      const late = aSession({ startedAtMs: noonMs + 100 * hourMs });

      await expect(customers.reserveSession(ref, late, noonMs + hourMs)).rejects.toThrow(ConcurrentChange);
      expect(await customers.loadSession(ref, 1)).toEqual(session);
    });
  });

  describe('claiming a session number after the customer was asked anew', () => {
    it('gives the claim of before, also a stale or released one, until it is given up in this epoch', async () => {
      const { customers } = make();
      const ref = newRef();
      const before = aSession({ epoch: 1, startedAtMs: noonMs });
      const wanted = aSession({ epoch: 2, startedAtMs: noonMs + hourMs });
      await customers.reserveSession(ref, before, 0);

      expect(await customers.reserveSession(ref, wanted, noonMs + 1)).toEqual(before);
      await customers.releaseSession(ref, before);
      expect(await customers.reserveSession(ref, wanted, 0)).toEqual(before);
      await customers.releaseSession(ref, { ...before, epoch: 2 });

      expect(await customers.reserveSession(ref, wanted, 0)).toEqual({ ...wanted, replacesClaim: true });
    });
  });

  describe('giving a claim up', () => {
    it('lets the next one make his own, which says that there was another', async () => {
      const { customers } = make();
      const ref = newRef();
      const claim = aSession();
      const next = aSession();
      await customers.reserveSession(ref, claim, 0);

      await customers.releaseSession(ref, claim);
      await customers.releaseSession(ref, claim);

      expect(await customers.reserveSession(ref, next, 0)).toEqual({ ...next, replacesClaim: true });
      expect(await customers.reserveSession(ref, aSession(), 0)).toEqual({ ...next, replacesClaim: true });
    });

    it('is replaced by one of many who ask next', async () => {
      const { customers } = make();
      const ref = newRef();
      const claim = aSession();
      await customers.reserveSession(ref, claim, 0);
      await customers.releaseSession(ref, claim);

      const { answers } = await outcomes(
        Array.from({ length: 50 }, () => customers.reserveSession(ref, aSession(), 0)),
      );

      expect(new Set(answers.map(({ claimId }) => claimId)).size).toBe(1);
    });

    it('is harmless where somebody has claimed the number anew', async () => {
      const { customers } = make();
      const ref = newRef();
      const [first, second] = [aSession(), aSession()];
      await customers.reserveSession(ref, first, 0);
      await customers.releaseSession(ref, first);
      const claim = await customers.reserveSession(ref, second, 0);

      await customers.releaseSession(ref, first);

      expect(await customers.reserveSession(ref, aSession(), 0)).toEqual(claim);
    });

    it('is harmless where its session was saved', async () => {
      const { customers, subaccounts } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const customer = await created(customers, ref);
      const claim = aSession();
      const session = { ...claim, sessionId: newId('vs'), status: 'requires_input' as const };
      await customers.reserveSession(ref, claim, 0);
      await customers.save(aSave(customer, { sessionCount: 1 }, { session }));

      await customers.releaseSession(ref, claim);

      expect(await customers.loadSession(ref, 1)).toEqual(session);
      await expect(customers.reserveSession(ref, aSession(), 0)).rejects.toThrow(ConcurrentChange);
    });
  });
}

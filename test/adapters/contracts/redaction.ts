import { describe, expect, it } from 'vitest';
import { changeCustomer } from '../../../functions/domain/customer-change.ts';
import type { Customer } from '../../../functions/domain/customer.ts';
import { decideRedaction, decideRedactionCompleted } from '../../../functions/domain/redaction.ts';
import type { SignalFacts } from '../../../functions/domain/signals/facts.ts';
import { unknownIp, unknownPhone } from '../../../functions/domain/signals/facts.ts';
import { verifiedFields } from '../../../functions/domain/verified-data.ts';
import type { CustomerSave } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { RedactionLeftovers } from '../../../functions/use-cases/ports/redaction.ts';
import type { SignalRepository } from '../../../functions/use-cases/ports/signals.ts';
import type { KeptIdentityHarness } from './kept-identity.ts';
import {
  aCreation,
  aCustomer,
  addSubaccount,
  aSave,
  aSession,
  newId,
  newRef,
  noonMs,
  noSignup,
  operator,
  saved,
} from './samples.ts';

export type RedactionHarness = KeptIdentityHarness & {
  signals: SignalRepository;
  leftovers: RedactionLeftovers;
};

const facts: SignalFacts = { collectedAtMs: noonMs, phone: unknownPhone, ip: unknownIp };

const document = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  dob: '1990-02-28',
  idType: 'passport',
  address: null,
  idNumber: 'AB1234567',
  issuingCountry: 'BE',
  expirationDate: '2031-05-06',
};

function noted(before: Customer, notes: string): CustomerSave {
  return { ...aSave(before), change: changeCustomer(before, 'requirement_cleared', {}, { notes }) };
}

/** What a redaction takes away, in its transaction and after it (functions/use-cases/ports/redaction.ts). */
export function describeRedaction(make: () => RedactionHarness): void {
  /** A customer of whom everything is kept that can be, and a note of an operator's. */
  const withData = async () => {
    const harness = make();
    const { customers, signals } = harness;
    const ref = newRef(await addSubaccount(harness.subaccounts));
    const newCustomer = aCustomer(ref);
    await customers.create(aCreation(newCustomer, { signup: { ...noSignup, email: 'ada@example.com' } }));
    await signals.save(ref, facts);
    const asked = await saved(customers, {
      ...aSave(newCustomer),
      alternativeMessage: 'My face is bandaged.',
    });
    const identity = { data: document, sessionId: 'vs_1', capturedAtMs: noonMs };
    const verified = await saved(customers, { ...aSave(asked, { verifiedAtMs: noonMs }), identity });
    return { ...harness, ref, customer: await saved(customers, noted(verified, 'Ada called.')) };
  };

  const redaction = (before: Customer, nowMs = noonMs): CustomerSave => {
    const change = decideRedaction(before, { by: 'operator', notes: 'Asked to be forgotten.' }, nowMs);
    if (change === null) throw new Error('a redaction is open');
    return { before, change, actor: operator, atMs: nowMs, notification: null, erasesPersonalData: true };
  };

  describe('a redaction', () => {
    it('takes all that is kept of the person away, with the change that asks for it', async () => {
      const { customers, customerFiles, identityData, leftovers, ref, customer } = await withData();
      expect(await leftovers.identitySessionId(ref)).toBe('vs_1');

      const after = await saved(customers, redaction(customer));

      expect(await customers.loadSignup(ref)).toBeNull();
      expect(await identityData.load(ref, verifiedFields)).toBeNull();
      expect(await leftovers.identitySessionId(ref)).toBeNull();
      expect(await customerFiles.load(ref)).toMatchObject({
        customer: after,
        signup: null,
        facts: null,
        masked: null,
        alternativeMessage: null,
      });
    });

    it('that isn’t saved takes nothing', async () => {
      const { customers, customerFiles, ref, customer } = await withData();
      await customers.save(aSave(customer));

      await expect(customers.save(redaction(customer))).rejects.toMatchObject({ name: 'ConcurrentChange' });

      expect(await customerFiles.load(ref)).toMatchObject({
        facts,
        alternativeMessage: 'My face is bandaged.',
        masked: { idType: 'passport' },
      });
    });

    it('leaves no place for signals that were found out late', async () => {
      const { customers, customerFiles, signals, ref, customer } = await withData();
      await customers.save(redaction(customer));

      await signals.save(ref, facts);

      expect((await customerFiles.load(ref)).facts).toBeNull();
    });

    it('lets new data be kept after it', async () => {
      const { customers, identityData, ref, customer } = await withData();
      const after = await saved(customers, redaction(customer));
      const identity = { data: document, sessionId: 'vs_2', capturedAtMs: noonMs };

      await customers.save({ ...aSave(after), identity });

      expect(await identityData.load(ref, verifiedFields)).toEqual(identity);
    });

    it('finds the notes of before, however many, and leaves its own and later ones', async () => {
      const { customers, leftovers, ref, customer } = await withData();
      let before = customer;
      for (let count = 0; count < 120; count += 1)
        before = await saved(customers, noted(before, 'Ada again.'));
      const after = await saved(customers, redaction(before));
      const later = await saved(customers, noted(after, 'Came back.'));

      await leftovers.removeNotes(ref);
      await leftovers.removeNotes(ref);

      const { entries } = await customers.auditTrail(ref, { cursor: null, limit: 100 });
      expect(entries.filter(({ notes }) => notes !== null).map(({ notes }) => notes)).toEqual([
        'Came back.',
        'Asked to be forgotten.',
      ]);
      expect(await customers.loadNotes(ref, customer.version)).toBeNull();
      expect(await customers.loadNotes(ref, later.version)).toBe('Came back.');
    });

    it('finds no notes to remove where none is open', async () => {
      const { customers, leftovers, ref, customer } = await withData();
      await leftovers.removeNotes(ref);
      expect(await customers.loadNotes(ref, customer.version)).toBe('Ada called.');

      const open = await saved(customers, redaction(customer));
      const { redaction: asked } = open;
      const done = asked && decideRedactionCompleted(open, asked, noonMs);
      if (done === null) throw new Error('it is complete');
      await customers.save({ before: open, change: done, actor: operator, atMs: noonMs, notification: null });
      await leftovers.removeNotes(ref);

      expect(await customers.loadNotes(ref, customer.version)).toBe('Ada called.');
    });

    it('finds all of a customer’s sessions, oldest first, and nobody else’s', async () => {
      const { customers, subaccounts, leftovers, ref, customer } = await withData();
      let before = customer;
      const sessions = Array.from({ length: 12 }, (_, index) =>
        aSession({ number: index + 1, sessionId: newId('vs'), status: 'canceled' }),
      );
      for (const session of sessions) before = await saved(customers, { ...aSave(before), session });
      const claim = aSession({ number: 13 });
      await customers.reserveSession(ref, claim, 0);

      expect(await leftovers.listSessions(ref)).toEqual([...sessions, claim]);
      expect(await leftovers.listSessions({ ...ref, customerId: `${ref.customerId}1` })).toEqual([]);
      const elsewhere = { ...ref, subaccountId: await addSubaccount(subaccounts) };
      expect(await leftovers.listSessions(elsewhere)).toEqual([]);
    });
  });
}

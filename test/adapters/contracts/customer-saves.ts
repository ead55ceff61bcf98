import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../functions/domain/customer.ts';
import { outcomes, withCustomer, type MakeCustomerHarness } from './customer-harness.ts';
import { aPush, aSave, aSession, newId, noonMs, saved, stored } from './samples.ts';

/** Saving a change: customer, audit entry, push and session, all at once. */
export function describeCustomerSaves(make: MakeCustomerHarness): void {
  describe('saving a change', () => {
    it.each<[string, Partial<Customer>]>([
      [
        'a risk',
        {
          requirement: {
            state: 'required',
            atMs: noonMs,
            reason: { kind: 'risk_threshold_exceeded', score: 75, threshold: 50 },
          },
          epoch: 1,
          risk: { chargeId: 'ch_1', level: 'highest', score: 75, radarScore: 88, assessedAtMs: noonMs },
        },
      ],
      [
        'an unscored payment',
        { requirement: { state: 'required', atMs: noonMs, reason: { kind: 'unscored_payment' } } },
      ],
      [
        'the policy',
        { requirement: { state: 'required', atMs: noonMs, reason: { kind: 'subaccount_policy' } } },
      ],
      [
        'an operator’s request',
        {
          requirement: {
            state: 'required',
            atMs: noonMs,
            reason: { kind: 'operator_request', code: 'suspected_fraud' },
          },
        },
      ],
      ['a cleared requirement', { requirement: { state: 'cleared', atMs: noonMs } }],
      [
        'a failed try',
        {
          identityStatus: 'requires_input',
          attemptCount: 1,
          lastError: { code: 'selfie_face_mismatch', reason: null },
          session: { id: 'vs_1', number: 1 },
          sessionCount: 1,
        },
      ],
      [
        'a manual verification',
        {
          identityStatus: 'verified',
          verifiedAtMs: noonMs,
          manualVerification: { by: 'u_ada', atMs: noonMs, version: 2 },
          ageClaims: { over18: true, overMinimumAge: null },
        },
      ],
      [
        'a redaction',
        {
          identityStatus: 'verified',
          redaction: { requestedAtMs: noonMs, throughSession: 3, completedAtMs: null },
        },
      ],
    ])('keeps %s as it was decided', async (_, difference) => {
      const { customers, ref, customer } = await withCustomer(make);

      const after = await saved(customers, aSave(customer, difference));

      expect(await stored(customers, ref)).toEqual(after);
      expect((await customers.loadForGate(ref))?.customer).toEqual(after);
    });

    it('lets the gate see each write at once, with one audit entry for each version', async () => {
      const { customers, ref, customer, auditOf } = await withCustomer(make);
      let current = customer;
      for (let round = 0; round < 12; round += 1) {
        current = await saved(customers, aSave(current));
        expect((await customers.loadForGate(ref))?.customer.version).toBe(current.version);
      }

      const versions = (await auditOf(ref)).map(({ version }) => version);
      expect(versions).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    });

    it('saves a push exactly where the change has one', async () => {
      const { customers, ref, customer, outboxOf } = await withCustomer(make);
      const notification = aPush(ref);

      const second = await saved(customers, aSave(customer));
      expect(await outboxOf(ref)).toEqual([]);
      const third = await saved(customers, aSave(second, {}, { notification }));
      await customers.save(aSave(third));

      expect(await outboxOf(ref)).toEqual([notification]);
    });

    it('names who did it and why in the audit trail', async () => {
      const { customers, ref, customer, auditOf } = await withCustomer(make);
      const save = aSave(customer);

      await customers.save({
        ...save,
        change: { ...save.change, action: 'manually_verified', notes: 'Seen at the desk' },
      });

      expect((await auditOf(ref)).at(-1)).toMatchObject({
        version: 2,
        atMs: noonMs + 1000,
        actor: 'operator:u_ada',
        action: 'manually_verified',
        notes: 'Seen at the desk',
      });
    });

    it('answers an operator’s notes by the version of their change, and null where there are none', async () => {
      const { customers, ref, customer } = await withCustomer(make);
      const save = aSave(customer);
      const notes = 'Zoë showed her passport ✓';

      const after = await saved(customers, { ...save, change: { ...save.change, notes } });
      const later = await saved(customers, aSave(after));

      expect(await customers.loadNotes(ref, after.version)).toBe(notes);
      expect(await customers.loadNotes(ref, later.version)).toBeNull();
      expect(await customers.loadNotes({ ...ref, customerId: 'other' }, after.version)).toBeNull();
    });

    it('names in the audit trail what personal data somebody was shown', async () => {
      const { customers, ref, customer, auditOf } = await withCustomer(make);
      const save = aSave(customer, {});
      const revealed = ['identity_dob', 'identity_id_number'];

      await customers.save({ ...save, change: { ...save.change, action: 'identity_revealed', revealed } });

      expect(await auditOf(ref)).toMatchObject([
        { version: 1, revealed: null },
        { version: 2, action: 'identity_revealed', revealed, notes: null },
      ]);
    });

    it('keeps the session with it, and finds the customer by Stripe’s session id', async () => {
      const { customers, ref, customer } = await withCustomer(make);
      const session = aSession({ sessionId: newId('vs'), status: 'requires_input' });

      await customers.save(aSave(customer, { sessionCount: 1 }, { session }));

      expect(await customers.loadSession(ref, 1)).toEqual(session);
      expect(await customers.findByStripeSession(session.sessionId ?? '')).toEqual({ ref, number: 1 });
    });

    it('lets exactly one of 50 concurrent saves of a version win', async () => {
      const { customers, ref, customer, auditOf, outboxOf } = await withCustomer(make);

      const { answers, faults } = await outcomes(
        Array.from({ length: 50 }, (_, index) =>
          saved(
            customers,
            aSave(customer, { attemptCount: index }, { notification: aPush(ref, `ntf_${index}`) }),
          ),
        ),
      );

      expect(answers).toHaveLength(1);
      expect(faults).toEqual(Array.from({ length: 49 }, () => 'ConcurrentChange'));
      expect(await stored(customers, ref)).toEqual(answers[0]);
      expect((await auditOf(ref)).map(({ version }) => version)).toEqual([1, 2]);
      expect(await outboxOf(ref)).toMatchObject([{ id: `ntf_${answers[0]?.attemptCount ?? -1}` }]);
    });
  });
}

// What every vault keeps to, wherever its keys are.

import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SealedField, Vault } from '../../../functions/adapters/encryption/vault.ts';
import { Unreadable } from '../../../functions/domain/faults.ts';
import { newId } from './samples.ts';

export type VaultHarness = {
  vault: Vault;
  /** The same vault after its key was rotated; what it opened before, it opens. */
  rotated: () => Vault | Promise<Vault>;
  /** A vault under a key that the first one doesn't know. */
  stranger: Vault;
  close?: () => Promise<void>;
};

const canary = 'Amélie Дарья 東京 🛴';
const newRef = () => ({ subaccountId: newId('sub'), customerId: newId('cust') });

const attempt = (vault: Vault, ref: ReturnType<typeof newRef>, field: SealedField, sealed: Uint8Array) =>
  vault.open(ref, field, sealed).then(
    (plaintext) => `opened: ${plaintext}`,
    (fault: unknown) => fault,
  );

export function describeVault(name: string, start: () => VaultHarness | Promise<VaultHarness>): void {
  describe(name, () => {
    let harness: VaultHarness;
    beforeAll(async () => {
      harness = await start();
    });
    afterAll(() => harness.close?.());

    describe('given a sealed value', () => {
      it.each([
        ['plain', '1990-01-02'],
        ['in many scripts', canary],
        ['empty', ''],
        ['of 10 KB', 'Zürich '.repeat(1500)],
      ])('it opens as what it was: %s', async (_, plaintext) => {
        const ref = newRef();
        const sealed = await harness.vault.seal(ref, 'notes', plaintext);

        expect(sealed).toBeInstanceOf(Uint8Array);
        expect(await harness.vault.open(ref, 'notes', sealed)).toBe(plaintext);
      });

      it('nothing of it can be seen', async () => {
        const sealed = await harness.vault.seal(newRef(), 'notes', canary);

        expect(Buffer.from(sealed).includes(canary)).toBe(false);
        expect(Buffer.from(sealed).includes('東京')).toBe(false);
      });

      it('sealed again it looks different, so nobody sees that two are the same', async () => {
        const ref = newRef();
        const [one, other] = await Promise.all([
          harness.vault.seal(ref, 'identity_dob', '1990-01-02'),
          harness.vault.seal(ref, 'identity_dob', '1990-01-02'),
        ]);

        expect(Buffer.from(one).equals(other)).toBe(false);
      });

      it('an older one of the same place opens: which is the current one, the table keeps', async () => {
        const ref = newRef();
        const older = await harness.vault.seal(ref, 'alternative', 'older');
        await harness.vault.seal(ref, 'alternative', 'newer');

        expect(await harness.vault.open(ref, 'alternative', older)).toBe('older');
      });
    });

    describe('moved', () => {
      const ref = newRef();
      it.each([
        ['to another customer', { ...ref, customerId: 'cust_other' }, 'identity_dob'],
        ['to the same customer id of another tenant', { ...ref, subaccountId: 'sub_other' }, 'identity_dob'],
        ['to another field', ref, 'masked'],
        [
          'to a customer and tenant that swap names',
          { subaccountId: ref.customerId, customerId: ref.subaccountId },
          'identity_dob',
        ],
      ] as const)('%s, it does not open', async (_, place, field) => {
        const sealed = await harness.vault.seal(ref, 'identity_dob', '1990-01-02');

        expect(await attempt(harness.vault, place, field, sealed)).toBeInstanceOf(Unreadable);
      });
    });

    describe('tampered with', () => {
      it('it does not open, cut off at any length', async () => {
        const ref = newRef();
        const sealed = await harness.vault.seal(ref, 'identity_dob', '1990-01-02');

        for (let length = 0; length < sealed.length; length++) {
          const cut = sealed.slice(0, length);
          expect(await attempt(harness.vault, ref, 'identity_dob', cut), `${length}`).toBeInstanceOf(
            Unreadable,
          );
        }
      });

      it('it does not open with any bit turned', async () => {
        const ref = newRef();
        const sealed = await harness.vault.seal(ref, 'notes', canary);
        await fc.assert(
          fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
            const turned = sealed.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
            expect(await attempt(harness.vault, ref, 'notes', turned)).toBeInstanceOf(Unreadable);
          }),
          { numRuns: 200 },
        );
      });

      it('it never opens as anything else, whatever is put in its place', async () => {
        const ref = newRef();
        const sealed = await harness.vault.seal(ref, 'notes', canary);
        const anything = fc.record({
          at: fc.nat(sealed.length),
          remove: fc.nat(40),
          insert: fc.uint8Array({ maxLength: 40 }),
        });
        await fc.assert(
          fc.asyncProperty(anything, async ({ at, remove, insert }) => {
            const forged = Buffer.concat([sealed.slice(0, at), insert, sealed.slice(at + remove)]);
            const outcome = await attempt(harness.vault, ref, 'notes', forged);
            if (outcome !== `opened: ${canary}`) expect(outcome).toBeInstanceOf(Unreadable);
          }),
          { numRuns: 100 },
        );
      });
    });

    it('given a value under a key that it does not know, it does not open it', async () => {
      const ref = newRef();
      const sealed = await harness.stranger.seal(ref, 'notes', canary);

      expect(await attempt(harness.vault, ref, 'notes', sealed)).toBeInstanceOf(Unreadable);
    });

    it('given its key was rotated, it opens what was sealed before and since', async () => {
      const ref = newRef();
      const before = await harness.vault.seal(ref, 'notes', 'before');
      const rotated = await harness.rotated();
      const since = await rotated.seal(ref, 'notes', 'since');

      expect(await rotated.open(ref, 'notes', before)).toBe('before');
      expect(await rotated.open(ref, 'notes', since)).toBe('since');
    });

    it('says no more of what it could not open than that', async () => {
      const ref = newRef();
      const sealed = await harness.vault.seal(ref, 'notes', canary);
      const elsewhere = newRef();
      const fault = inspect(await attempt(harness.vault, elsewhere, 'notes', sealed), { depth: null });

      for (const secret of [canary, ...Object.values(ref), ...Object.values(elsewhere)]) {
        expect(fault).not.toContain(secret);
      }
    });
  });
}

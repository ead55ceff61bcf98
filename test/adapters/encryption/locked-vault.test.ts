import { describe, expect, it } from 'vitest';
import { lockedVault } from '../../../functions/adapters/encryption/locked-vault.ts';
import { NotSetUp } from '../../../functions/domain/faults.ts';

const ref = { subaccountId: 'metro', customerId: 'amelia' };

describe('a function without a key', () => {
  it('seals nothing and opens nothing', async () => {
    await expect(lockedVault.seal(ref, 'notes', 'papers seen')).rejects.toThrow(NotSetUp);
    await expect(lockedVault.open(ref, 'notes', new Uint8Array())).rejects.toThrow(NotSetUp);
  });
});

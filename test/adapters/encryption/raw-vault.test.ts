// A vault under keys of our own.

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRawVault } from '../../../functions/adapters/encryption/raw-vault.ts';
import { Unreadable } from '../../../functions/domain/faults.ts';
import { describeVault } from '../contracts/vault.ts';

const newKey = () => new Uint8Array(randomBytes(32));
const ref = { subaccountId: 'metro', customerId: 'amelia' };

describeVault('a vault under keys of our own', () => {
  const first = newKey();
  return {
    vault: createRawVault([first]),
    rotated: () => createRawVault([newKey(), first]),
    stranger: createRawVault([newKey()]),
  };
});

describe('a sealed value', () => {
  it('commits to its key and has no signature', async () => {
    const [version, ...suite] = await createRawVault([newKey()]).seal(ref, 'notes', 'papers seen');

    // https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/algorithms-reference.html
    expect(version).toBe(2);
    expect(suite.slice(0, 2)).toEqual([0x04, 0x78]);
  });
});

describe('given a new key in front', () => {
  const [older, newer] = [newKey(), newKey()];

  it('what is sealed opens without the old one', async () => {
    const sealed = await createRawVault([newer, older]).seal(ref, 'notes', 'papers seen');

    expect(await createRawVault([newer]).open(ref, 'notes', sealed)).toBe('papers seen');
    await expect(createRawVault([older]).open(ref, 'notes', sealed)).rejects.toThrow(Unreadable);
  });

  it('the order of the keys that only open means nothing', async () => {
    const third = newKey();
    const sealed = await createRawVault([older]).seal(ref, 'notes', 'papers seen');

    for (const vault of [createRawVault([newer, third, older]), createRawVault([newer, older, third])]) {
      expect(await vault.open(ref, 'notes', sealed)).toBe('papers seen');
    }
  });
});

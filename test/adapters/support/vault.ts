import { randomBytes } from 'node:crypto';
import { createRawVault } from '../../../functions/adapters/encryption/raw-vault.ts';

/** Seals and opens for real, under a key that nobody keeps. */
export const testVault = createRawVault([randomBytes(32)]);

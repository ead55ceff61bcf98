import { createInMemoryVault } from '../../support/in-memory/vault.ts';
import { describeVault } from '../contracts/vault.ts';

describeVault('the in-memory vault', () => ({
  vault: createInMemoryVault('first'),
  rotated: () => createInMemoryVault('second', 'first'),
  stranger: createInMemoryVault('another'),
}));

import { NotSetUp } from '../../domain/faults.ts';
import type { Vault } from './vault.ts';

/** For functions that have no key: whatever they try to seal or open fails. */
export const lockedVault: Vault = {
  seal: () => Promise.reject(new NotSetUp('This function has no key to seal personal data with.')),
  open: () => Promise.reject(new NotSetUp('This function has no key to open personal data with.')),
};

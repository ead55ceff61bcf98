import { createKmsVault } from '../../adapters/encryption/kms-vault.ts';
import { createRawVault } from '../../adapters/encryption/raw-vault.ts';
import type { Vault } from '../../adapters/encryption/vault.ts';
import { identityKeyEnv, parseSettings } from '../../contracts/env.ts';

/** The vault of a function that has a right to the key that the environment names. */
export function composeVault(): Vault {
  const env = parseSettings(identityKeyEnv, process.env, 'The environment');
  const { IDENTITY_KEY_ARN: keyArn, RIDEGATE_IDENTITY_KEYS: ownKeys } = env;
  return ownKeys === undefined ? createKmsVault(keyArn) : createRawVault(ownKeys);
}

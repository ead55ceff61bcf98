// A vault under keys of our own, for where there is no KMS.

import { createHash } from 'node:crypto';
import { MultiKeyringNode } from '@aws-crypto/material-management-node';
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/raw-aes-keyring-node';
import { createEnvelopeVault } from './envelope-vault.ts';
import type { Vault } from './vault.ts';

/**
 * Under AES keys of 32 bytes: the first seals, all open. So a new key goes in front, and the old ones stay until
 * nothing is sealed under them any more.
 */
export function createRawVault(keys: readonly [Uint8Array, ...Uint8Array[]]): Vault {
  const [sealing] = keys;
  return createEnvelopeVault({
    // By itself: a keyring of several would seal under each of them.
    sealing: keyringOf(sealing),
    opening: new MultiKeyringNode({ children: keys.map(keyringOf) }),
  });
}

function keyringOf(key: Uint8Array): RawAesKeyringNode {
  return new RawAesKeyringNode({
    keyNamespace: 'ridegate',
    // Names are part of each message, so a key's comes from the key: it stays the same wherever it stands.
    keyName: createHash('sha256').update(key).digest('hex').slice(0, 8),
    unencryptedMasterKey: new Uint8Array(key),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
}

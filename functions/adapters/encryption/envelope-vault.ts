// Seals and opens with the AWS Encryption SDK: each value under a data key of its own, which a keyring wraps.
// https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/concepts.html

import { isDeepStrictEqual } from 'node:util';
import {
  getLocalCryptographicMaterialsCache,
  NodeCachingMaterialsManager,
} from '@aws-crypto/caching-materials-manager-node';
import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { buildEncrypt } from '@aws-crypto/encrypt-node';
import {
  AlgorithmSuiteIdentifier,
  CommitmentPolicy,
  type EncryptionContext,
  type KeyringNode,
  type NodeMaterialsManager,
} from '@aws-crypto/material-management-node';
import type { CustomerRef } from '../../domain/customer.ts';
import { Unreadable } from '../../domain/faults.ts';
import type { SealedField, Vault } from './vault.ts';

const policy = {
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  // We wrap each data key once; a forged message can't have us ask KMS for a thousand.
  maxEncryptedDataKeys: 1,
};
const { encrypt } = buildEncrypt(policy);
const { decrypt } = buildDecrypt(policy);

/**
 * It commits to its key. It has no signature, which would keep those who may only open from forging; why, and what
 * that leaves open: docs/decisions/0012-field-encryption.md.
 */
const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;

/**
 * More than an item of the table can hold, so that a message has one frame. Where there are several, the SDK throws
 * out of a timer when a later one was tampered with, and nobody can catch that.
 */
const frameLength = 1024 * 1024;

/** The same customer's page is often read again at once, and a webhook is often tried again. */
const caching = { capacity: 100, maxAge: 60_000, maxMessagesEncrypted: 100 };

function cached(keyring: KeyringNode): NodeMaterialsManager {
  const { capacity, ...limits } = caching;
  const cache = getLocalCryptographicMaterialsCache(capacity);
  return new NodeCachingMaterialsManager({ ...limits, cache, backingMaterials: keyring });
}

/** What a ciphertext is bound to. KMS logs it, and roles are limited by `field`: lib/constructs/vault-access.ts. */
function contextOf({ subaccountId, customerId }: CustomerRef, field: SealedField): EncryptionContext {
  return { subaccount_id: subaccountId, customer_id: customerId, field };
}

/**
 * Gives the data key only of messages that are bound to just this. The SDK itself takes what the message says for
 * granted, and whoever moved it moved that as well.
 */
function boundTo(expected: EncryptionContext, materials: NodeMaterialsManager): NodeMaterialsManager {
  return {
    getEncryptionMaterials: (request) => materials.getEncryptionMaterials(request),
    decryptMaterials: (request) =>
      isDeepStrictEqual({ ...request.encryptionContext }, expected)
        ? materials.decryptMaterials(request)
        : Promise.reject(unreadable()),
  };
}

function unreadable(): Unreadable {
  return new Unreadable('Encrypted data doesn’t open in its place.');
}

export function createEnvelopeVault(keyrings: { sealing: KeyringNode; opening: KeyringNode }): Vault {
  const sealing = cached(keyrings.sealing);
  const opening = cached(keyrings.opening);
  return {
    async seal(ref, field, plaintext) {
      const encryptionContext = contextOf(ref, field);
      const { result } = await encrypt(sealing, Buffer.from(plaintext), {
        suiteId,
        encryptionContext,
        frameLength,
      });
      // A buffer may be a part of Node's shared pool.
      return new Uint8Array(result);
    },
    async open(ref, field, sealed) {
      try {
        const { plaintext } = await decrypt(boundTo(contextOf(ref, field), opening), sealed);
        return plaintext.toString();
      } catch {
        // The SDK's own words would quote what it found.
        throw unreadable();
      }
    },
  };
}

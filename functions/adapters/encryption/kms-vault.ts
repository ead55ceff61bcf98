// A vault under a key that never leaves KMS, which lets each function seal and open no more than its role says.

import { AsyncLocalStorage } from 'node:async_hooks';
import { KmsKeyringClass, type AwsEsdkKMSInterface, type KmsKeyringInput } from '@aws-crypto/kms-keyring';
import { KeyringNode, type Newable, type NodeAlgorithmSuite } from '@aws-crypto/material-management-node';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { briefCalls } from '../brief-calls.ts';
import { createEnvelopeVault } from './envelope-vault.ts';
import { explainKmsFault } from './kms-fault.ts';
import type { Vault } from './vault.ts';

// @aws-crypto/kms-keyring-node has the same class, cast and all, but the whole of KMS's and DynamoDB's clients with it.
const KmsKeyring: new (input: KmsKeyringInput<AwsEsdkKMSInterface>) => KeyringNode =
  class extends KmsKeyringClass<NodeAlgorithmSuite, AwsEsdkKMSInterface>(
    KeyringNode as Newable<KeyringNode>,
  ) {};

const bytes = z.instanceof(Uint8Array);
const openedKey = z.object({ KeyId: z.string(), Plaintext: bytes });
const freshKey = openedKey.extend({ CiphertextBlob: bytes });

/** What KMS answered the call of ours that is under way. */
type Asked = { fault: unknown };

/**
 * One key for good: when KMS rotates it, the ARN stays and its old material still opens what it sealed.
 * https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export function createKmsVault(keyArn: string, kms: KMSClient = new KMSClient(briefCalls)): Vault {
  const asked = new AsyncLocalStorage<Asked>();
  const client = listenTo(kms, (fault) => {
    const call = asked.getStore();
    if (call !== undefined) call.fault = fault;
  });
  const keyring = new KmsKeyring({ generatorKeyId: keyArn, clientProvider: () => client });
  const vault = createEnvelopeVault({ sealing: keyring, opening: keyring });

  /** The keyring makes one error of all that went wrong; what KMS said is worth more. */
  const explained = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const call: Asked = { fault: null };
    try {
      return await asked.run(call, work);
    } catch (fault) {
      throw call.fault === null ? fault : explainKmsFault(call.fault);
    }
  };
  return {
    seal: (ref, field, plaintext) => explained(() => vault.seal(ref, field, plaintext)),
    open: (ref, field, sealed) => explained(() => vault.open(ref, field, sealed)),
  };
}

/** The part of KMS that a keyring of one key uses. */
function listenTo(kms: KMSClient, hear: (fault: unknown) => void): AwsEsdkKMSInterface {
  const heard = async <Shape extends z.ZodType>(shape: Shape, answer: Promise<unknown>) => {
    try {
      return shape.parse(await answer);
    } catch (fault) {
      hear(fault);
      throw fault;
    }
  };
  return {
    generateDataKey: (request) => heard(freshKey, kms.send(new GenerateDataKeyCommand(request))),
    decrypt: (request) => heard(openedKey, kms.send(new DecryptCommand(request))),
    encrypt: () => Promise.reject(new Error('Data keys are wrapped where they are made.')),
  };
}

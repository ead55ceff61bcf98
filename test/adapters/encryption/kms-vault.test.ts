// A vault under KMS's key: what it asks KMS, what a role keeps it from, and what KMS's faults mean.

import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createKmsVault } from '../../../functions/adapters/encryption/kms-vault.ts';
import type { Vault } from '../../../functions/adapters/encryption/vault.ts';
import { NotSetUp, StorageUnavailable, Unreadable } from '../../../functions/domain/faults.ts';
import { classifyFault } from '../../../functions/shared/classify-fault.ts';
import { describeVault } from '../contracts/vault.ts';
import { startKms, type KmsStandIn, type KmsTrouble } from '../support/kms.ts';

describeVault('a vault under a key of KMS', async () => {
  const kms = await startKms();
  const keyArn = kms.addKey();
  return {
    vault: createKmsVault(keyArn, kms.client()),
    rotated: () => {
      kms.rotate(keyArn);
      return createKmsVault(keyArn, kms.client());
    },
    stranger: createKmsVault(kms.addKey(), kms.client()),
    close: kms.close,
  };
});

const ref = { subaccountId: 'metro', customerId: 'amelia' };
const place = { subaccount_id: 'metro', customer_id: 'amelia', field: 'identity_dob' };

let kms: KmsStandIn;
let keyArn: string;
let vault: Vault;
beforeAll(async () => {
  kms = await startKms();
  keyArn = kms.addKey();
});
afterAll(() => kms.close());
afterEach(() => {
  kms.meet(null);
  kms.allow(() => true);
});

/** Nothing is cached in it. */
function freshVault(): Vault {
  kms.calls.length = 0;
  const patience = { requestTimeout: 100, throwOnRequestTimeout: true };
  vault = createKmsVault(keyArn, kms.client({ requestHandler: patience }));
  return vault;
}

const sealedBefore = () => freshVault().seal(ref, 'identity_dob', '1990-01-02');

describe('what KMS is asked', () => {
  it('is a data key for just this customer and field, and that one opened', async () => {
    const sealed = await sealedBefore();
    expect(kms.calls).toEqual([{ action: 'GenerateDataKey', context: place }]);

    await freshVault().open(ref, 'identity_dob', sealed);
    expect(kms.calls).toEqual([{ action: 'Decrypt', context: place }]);
  });

  it('is asked once for what is opened again within a minute', async () => {
    const sealed = await sealedBefore();
    freshVault();
    await vault.open(ref, 'identity_dob', sealed);
    await vault.open(ref, 'identity_dob', sealed);

    expect(kms.calls).toHaveLength(1);
  });

  it('is nothing where a value belongs elsewhere: KMS would trust what the value says of itself', async () => {
    const sealed = await sealedBefore();

    await expect(freshVault().open(ref, 'masked', sealed)).rejects.toThrow(Unreadable);
    expect(kms.calls).toEqual([]);
  });
});

describe('given a role that may open covered values alone', () => {
  it('those open, and the values themselves do not', async () => {
    const [masked, dob] = [await freshVault().seal(ref, 'masked', '{}'), await sealedBefore()];
    kms.allow(({ action, context }) => action === 'Decrypt' && context['field'] === 'masked');
    freshVault();

    expect(await vault.open(ref, 'masked', masked)).toBe('{}');
    await expect(vault.open(ref, 'identity_dob', dob)).rejects.toThrow(NotSetUp);
    await expect(vault.seal(ref, 'masked', '{}')).rejects.toThrow(NotSetUp);
  });
});

describe('given KMS in trouble', () => {
  it.each<[string, KmsTrouble]>([
    ['throttles', { status: 400, name: 'ThrottlingException' }],
    ['is over a limit', { status: 400, name: 'LimitExceededException' }],
    ['fails', { status: 500, name: 'KMSInternalException' }],
    ['waits for what is behind it', { status: 500, name: 'DependencyTimeoutException' }],
    ['can not use the key for now', { status: 500, name: 'KeyUnavailableException' }],
    ['does not answer', 'silence'],
    ['breaks off', 'broken'],
  ])('that %s, sealing and opening may go through later', async (_, trouble) => {
    const sealed = await sealedBefore();
    freshVault();
    kms.meet(trouble);

    for (const work of [vault.seal(ref, 'notes', 'x'), vault.open(ref, 'identity_dob', sealed)]) {
      const fault: unknown = await work.catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(StorageUnavailable);
      expect(classifyFault(fault).kind).toBe('temporary');
    }
  });

  it('that is over, it is used again', async () => {
    const sealed = await sealedBefore();
    freshVault();
    kms.meet({ status: 500, name: 'KMSInternalException' });
    await expect(vault.open(ref, 'identity_dob', sealed)).rejects.toThrow(StorageUnavailable);
    kms.meet(null);

    expect(await vault.open(ref, 'identity_dob', sealed)).toBe('1990-01-02');
  });

  it('two calls at once each hear of their own', async () => {
    const sealed = await sealedBefore();
    freshVault();
    kms.allow(({ context }) => context['field'] !== 'identity_dob');
    const [refused, misplaced, sealedNow] = await Promise.allSettled([
      vault.open(ref, 'identity_dob', sealed),
      vault.open(ref, 'masked', sealed),
      vault.seal(ref, 'notes', 'x'),
    ]);

    expect(refused).toMatchObject({ reason: { name: 'NotSetUp' } });
    expect(misplaced).toMatchObject({ reason: { name: 'Unreadable' } });
    expect(sealedNow.status).toBe('fulfilled');
  });
});

describe('given KMS refuses', () => {
  it.each(['AccessDeniedException', 'DisabledException', 'KMSInvalidStateException', 'NotFoundException'])(
    'with %s, somebody has to set that up, and is told which it is',
    async (name) => {
      const sealed = await sealedBefore();
      freshVault();
      kms.meet({ status: 400, name });

      for (const work of [vault.seal(ref, 'notes', 'x'), vault.open(ref, 'identity_dob', sealed)]) {
        const fault: unknown = await work.catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(NotSetUp);
        expect(inspect(fault)).toContain(name);
        for (const secret of ['amelia', 'metro', '1990', keyArn])
          expect(inspect(fault)).not.toContain(secret);
      }
    },
  );

  it.each(['InvalidCiphertextException', 'IncorrectKeyException'])(
    'with %s, the value is not what it was',
    async (name) => {
      const sealed = await sealedBefore();
      freshVault();
      kms.meet({ status: 400, name });

      await expect(vault.open(ref, 'identity_dob', sealed)).rejects.toThrow(Unreadable);
    },
  );
});

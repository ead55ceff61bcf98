// What a function may do with encrypted personal data: seal or open named fields, and no other.
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { identityFields, type SealedField } from '../../functions/contracts/sealed-fields.ts';
import type { NodeFunction } from './node-function.ts';

export type { SealedField };

/** What a function seals that captures verified data. */
export const verifiedData: readonly SealedField[] = [...identityFields, 'masked'];

/** Allows sealing these fields. What was sealed can't be opened by that. */
export const allowSealing = (fn: NodeFunction, identityKey: IKey, fields: readonly SealedField[]): void =>
  allow(fn, identityKey, 'kms:GenerateDataKey', fields);

/** Allows opening these fields, of any customer. */
export const allowOpening = (fn: NodeFunction, identityKey: IKey, fields: readonly SealedField[]): void =>
  allow(fn, identityKey, 'kms:Decrypt', fields);

// KMS lets a key be used for a value only with what the value was bound to, so the role's condition on that holds
// for the data itself. A call that names no field is refused, as StringEquals asks for the key to be there.
// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context
const allow = (
  fn: NodeFunction,
  identityKey: IKey,
  action: 'kms:GenerateDataKey' | 'kms:Decrypt',
  fields: readonly SealedField[],
): void => {
  fn.addEnvironment('IDENTITY_KEY_ARN', identityKey.keyArn);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: [action],
      resources: [identityKey.keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:field': [...fields] } },
    }),
  );
};

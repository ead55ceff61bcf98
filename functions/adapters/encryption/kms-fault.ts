import * as z from 'zod';
import { NotSetUp, StorageUnavailable, Unreadable } from '../../domain/faults.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html#API_Decrypt_Errors */
const kmsFault = z.object({ name: z.string(), $fault: z.enum(['client', 'server']).optional() });

/** The data key was made for something else, or by another key. */
const doesNotFit = new Set(['InvalidCiphertextException', 'IncorrectKeyException']);

/** Faults that KMS puts down to us, and that go away by themselves. */
const tooMuch = /Throttl|TooManyRequests|LimitExceeded|RequestTimeout/;

/** What a fault of KMS means for us; of its own words only the name is kept. */
export function explainKmsFault(fault: unknown): Unreadable | NotSetUp | StorageUnavailable {
  const { name, $fault } = kmsFault.catch({ name: typeof fault }).parse(fault);
  if (doesNotFit.has(name)) return new Unreadable('Encrypted data doesn’t open in its place.');
  // A right is missing, or the key is disabled or gone. Where KMS wasn't reached at all there is no `$fault`.
  if ($fault === 'client' && !tooMuch.test(name)) return new NotSetUp(`KMS refuses the key: ${name}`);
  return new StorageUnavailable(`KMS doesn’t answer: ${name}`);
}

// What can go wrong for an operator at a terminal, each as one sentence that says what to do.

/** The command can't go on; the message alone tells a person what to do about it. */
export class OperatorFailure extends Error {
  override name = 'OperatorFailure';
}

const signIn =
  'sign in to the AWS account of this deployment (`aws sso login`, or AWS_PROFILE) and run the command again.';

/** By the name, or else the code, of what the AWS SDK throws. */
const explanations: Readonly<Record<string, string>> = {
  CredentialsProviderError: `There are no AWS credentials: ${signIn}`,
  ExpiredToken: `The AWS credentials have expired: ${signIn}`,
  ExpiredTokenException: `The AWS credentials have expired: ${signIn}`,
  InvalidClientTokenId: `AWS doesn't know these credentials: ${signIn}`,
  UnrecognizedClientException: `AWS doesn't know these credentials: ${signIn}`,
  SignatureDoesNotMatch: `AWS doesn't accept these credentials: ${signIn}`,
  InvalidSignatureException: `AWS doesn't accept these credentials: ${signIn}`,
  QueueDoesNotExist: 'The queue is gone: deploy the stacks again (`npm run deploy`).',
  ENOTFOUND: "AWS can't be reached: check this machine's network, and AWS_REGION.",
  ECONNREFUSED: "AWS can't be reached: check this machine's network and proxy.",
  ETIMEDOUT: "AWS can't be reached: check this machine's network and proxy.",
  TimeoutError: "AWS doesn't answer: check this machine's network, and run the command again.",
};

/** What a person is told about anything that was thrown. */
export function explain(fault: unknown): string {
  if (!(fault instanceof Error)) return `The command failed: ${String(fault)}`;
  if (fault instanceof OperatorFailure) return fault.message;
  if (fault.message === 'Region is missing') {
    return 'The AWS region is not set: set AWS_REGION to the one that RideGate is deployed in.';
  }
  if (fault.name.startsWith('AccessDenied')) {
    return `These AWS credentials lack a right that docs/operations.md ("Dead letters") lists: ${fault.message}`;
  }
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  return (
    explanations[fault.name] ??
    explanations[code] ??
    `The command failed (${fault.name}: ${fault.message}). Nothing is lost by that: run it again.`
  );
}

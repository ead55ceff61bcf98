// What a fault means for a record that could not be relayed.

import type { Failure } from '../domain/failed-delivery.ts';
import { classifyFault } from './classify-fault.ts';

/** What was saved is not what we read. */
const malformed = /^(ZodError|SyntaxError|UnreadableRecord)$/;

/**
 * The message will never be taken; or, where SNS has disabled an application of a push service, not before somebody
 * gave it other credentials, which can take a night.
 * https://docs.aws.amazon.com/sns/latest/api/API_Publish.html#API_Publish_Errors
 */
const refused =
  /^(InvalidParameter|InvalidMessageContents|InvalidAttribute|Validation|PlatformApplicationDisabled)/;

/** A right or a key that is missing while a deployment is half way. */
const halfDeployed = /AccessDenied|AuthorizationError|^KMS/i;

export function judgeRelayFault(fault: unknown): Failure {
  const name = fault instanceof Error ? fault.name : typeof fault;
  if (malformed.test(name)) return { kind: 'permanent', cause: 'malformed' };
  if (refused.test(name)) return { kind: 'permanent', cause: `refused:${name}` };
  if (halfDeployed.test(name)) return { kind: 'temporary', cause: `unavailable:${name}` };
  const { kind } = classifyFault(fault);
  return { kind, cause: `${kind === 'temporary' ? 'unavailable' : 'unexpected'}:${name}` };
}

import {
  EndpointDisabledException,
  InvalidParameterException,
  NotFoundException,
  PublishCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import { toPushMessage } from '../../contracts/push-message.ts';
import type { PushSender } from '../../use-cases/ports/devices.ts';
import { briefCalls } from '../brief-calls.ts';
import type { PushApplicationArns } from './push-endpoints.ts';

/** Publishes to single endpoints. Those of an application that is no longer ours count as gone. */
export function createPushSender(
  applications: PushApplicationArns,
  client: SNSClient = new SNSClient(briefCalls),
): PushSender {
  const ours = Object.values(applications).map((arn) => `${arn.replace(':app/', ':endpoint/')}/`);
  return {
    async push(endpointArn, notification) {
      if (!ours.some((prefix) => endpointArn.startsWith(prefix))) return 'gone';
      try {
        await client.send(
          new PublishCommand({
            TargetArn: endpointArn,
            MessageStructure: 'json',
            Message: JSON.stringify(toPushMessage(notification)),
            MessageAttributes: {
              'AWS.SNS.MOBILE.APNS.PUSH_TYPE': text('alert'),
              // A push that comes twice shows once.
              'AWS.SNS.MOBILE.APNS.COLLAPSE_ID': text(notification.id),
            },
          }),
        );
        return 'sent';
      } catch (fault) {
        if (isGone(fault)) return 'gone';
        throw fault;
      }
    },
  };
}

/** SNS disables an endpoint once its push service has refused the token, and forgets a deleted one. */
function isGone(fault: unknown): boolean {
  return (
    fault instanceof EndpointDisabledException ||
    fault instanceof NotFoundException ||
    (fault instanceof InvalidParameterException && /\bTargetArn\b/.test(fault.message))
  );
}

function text(StringValue: string) {
  return { DataType: 'String', StringValue };
}

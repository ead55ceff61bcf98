// SNS as our adapters call it: the SDK's client, with the topic and the riders' phones behind it.

import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { callAws, type AwsOptions } from './aws-call.ts';

/** What reached the topic (`target` null) or a phone. */
export type Published = { target: string | null; message: string };

/** How SNS refuses pushes while an application's credentials have run out. */
class Disabled extends Error {
  override name = 'PlatformApplicationDisabledException';
}

export function createSimulatedSns(options: AwsOptions, published: (one: Published) => void): SNSClient {
  const { chance, weather } = options;
  const send = async (command: unknown): Promise<unknown> => {
    if (!(command instanceof PublishCommand)) throw new Error('SNS is simulated as far as publishing');
    const { TargetArn = null, Message = '' } = command.input;
    return callAws(
      options,
      'Publish',
      ({ publish }) => publish,
      () => {
        if (TargetArn !== null && chance.happens(weather().publish / 4)) {
          throw new Disabled('No pushes for now');
        }
        published({ target: TargetArn, message: Message });
        return { MessageId: 'simulated' };
      },
    );
  };
  return { send } as unknown as SNSClient;
}

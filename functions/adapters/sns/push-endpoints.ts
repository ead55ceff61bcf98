// Endpoints of SNS's platform applications, kept as AWS advises:
// https://docs.aws.amazon.com/sns/latest/dg/mobile-platform-endpoint.html

import {
  CreatePlatformEndpointCommand,
  DeleteEndpointCommand,
  GetEndpointAttributesCommand,
  InvalidParameterException,
  NotFoundException,
  SetEndpointAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import type { DevicePlatform } from '../../domain/device.ts';
import { Conflict, InvalidInput } from '../../domain/faults.ts';
import type { PushEndpoints } from '../../use-cases/ports/devices.ts';

/** The ARN of each platform's application; none where pushes of that platform are off. */
export type PushApplicationArns = Readonly<Partial<Record<DevicePlatform, string>>>;

export function createPushEndpoints(
  applications: PushApplicationArns,
  client: SNSClient = new SNSClient({}),
): PushEndpoints {
  return {
    async register(platform, token) {
      const applicationArn = applications[platform];
      if (applicationArn === undefined) {
        throw new Conflict('push_not_configured', `Pushes through ${platform} are not set up here.`);
      }
      const arn = await findOrCreate(client, applicationArn, token);
      if (await enable(client, arn, token)) return arn;
      // Somebody deleted it in between.
      return findOrCreate(client, applicationArn, token);
    },

    async remove(endpointArn) {
      await client.send(new DeleteEndpointCommand({ EndpointArn: endpointArn }));
    },
  };
}

/** Also answers an endpoint that has other attributes, e.g. because SNS has disabled it. */
async function findOrCreate(client: SNSClient, applicationArn: string, token: string): Promise<string> {
  try {
    const command = new CreatePlatformEndpointCommand({
      PlatformApplicationArn: applicationArn,
      Token: token,
    });
    const { EndpointArn } = await client.send(command);
    if (EndpointArn === undefined) throw new Error('SNS made an endpoint without an ARN.');
    return EndpointArn;
  } catch (fault) {
    if (!(fault instanceof InvalidParameterException)) throw fault;
    // The only place where SNS tells which endpoint it is.
    const existing = /Endpoint (arn:\S+) already exists with the same Token/i.exec(fault.message)?.[1];
    if (existing !== undefined) return existing;
    if (!/^Invalid parameter: Token\b/.test(fault.message)) throw fault;
    throw new InvalidInput([{ path: 'token', message: 'is not a push token of this platform' }]);
  }
}

/** False where the endpoint is gone. */
async function enable(client: SNSClient, EndpointArn: string, token: string): Promise<boolean> {
  try {
    const { Attributes } = await client.send(new GetEndpointAttributesCommand({ EndpointArn }));
    if (Attributes?.['Enabled'] === 'true' && Attributes['Token'] === token) return true;
    const wanted = { Enabled: 'true', Token: token };
    await client.send(new SetEndpointAttributesCommand({ EndpointArn, Attributes: wanted }));
    return true;
  } catch (fault) {
    if (fault instanceof NotFoundException) return false;
    throw fault;
  }
}

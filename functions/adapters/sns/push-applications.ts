// RideGate's applications at SNS. CloudFormation has no resource for them, so a custom resource calls this.

import {
  CreatePlatformApplicationCommand,
  DeletePlatformApplicationCommand,
  NotFoundException,
  SetPlatformApplicationAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import type { PushApplications, PushCredentials } from '../../use-cases/ports/devices.ts';

export function createPushApplications(client: SNSClient = new SNSClient({})): PushApplications {
  return {
    async provide(applicationArn, credentials) {
      const Attributes = attributesOf(credentials);
      try {
        await client.send(
          new SetPlatformApplicationAttributesCommand({ PlatformApplicationArn: applicationArn, Attributes }),
        );
      } catch (fault) {
        if (!(fault instanceof NotFoundException)) throw fault;
        await client.send(
          new CreatePlatformApplicationCommand({ ...readApplicationArn(applicationArn), Attributes }),
        );
      }
    },

    async remove(applicationArn) {
      await client.send(new DeletePlatformApplicationCommand({ PlatformApplicationArn: applicationArn }));
    },
  };
}

/** https://docs.aws.amazon.com/sns/latest/api/API_SetPlatformApplicationAttributes.html */
function attributesOf(credentials: PushCredentials): Record<string, string> {
  switch (credentials.platform) {
    case 'apns':
      return {
        PlatformPrincipal: credentials.keyId,
        PlatformCredential: credentials.signingKey,
        ApplePlatformTeamID: credentials.teamId,
        ApplePlatformBundleID: credentials.bundleId,
      };
    case 'fcm':
      return { PlatformCredential: credentials.serviceAccountJson };
  }
}

/** `arn:aws:sns:<region>:<account>:app/<platform>/<name>`, as SNS makes it of platform and name. */
function readApplicationArn(arn: string): { Platform: string; Name: string } {
  const [, Platform, Name] = /:app\/([A-Z_]+)\/([\w.-]+)$/.exec(arn) ?? [];
  if (Platform === undefined || Name === undefined)
    throw new Error('This is no ARN of a platform application.');
  return { Platform, Name };
}

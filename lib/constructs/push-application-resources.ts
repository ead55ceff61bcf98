// Makes the applications at the push services: CloudFormation has no resource for them, so a function does it.
import { CustomResource, Duration } from 'aws-cdk-lib';
import { NodeFunction } from './node-function.ts';
import { pushApplicationArn, pushApplications } from './push-access.ts';
import type { RideGateStack } from './ridegate-stack.ts';
import { allowSecret } from './stripe-access.ts';

/** Adds the applications that the settings switch on to a stack, or nothing. */
export const addPushApplications = (stack: RideGateStack): void => {
  const applications = pushApplications(stack.settings);
  if (applications.length === 0) return;
  const provider = new NodeFunction(stack, {
    name: 'provide-push-application',
    timeout: Duration.seconds(60),
  });
  for (const application of applications) {
    const ApplicationArn = pushApplicationArn(stack, application);
    provider.allow(
      [
        'sns:CreatePlatformApplication',
        'sns:SetPlatformApplicationAttributes',
        'sns:DeletePlatformApplication',
      ],
      ApplicationArn,
    );
    allowSecret(provider, application.secretArn);
    new CustomResource(stack, application.platform === 'GCM' ? 'FcmApplication' : 'ApnsApplication', {
      serviceToken: provider.functionArn,
      resourceType: 'Custom::PushApplication',
      properties: { ApplicationArn, SecretArn: application.secretArn },
      serviceTimeout: Duration.minutes(2),
    });
  }
};

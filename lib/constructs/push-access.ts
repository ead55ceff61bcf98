// RideGate's applications at the push services (APNs, FCM): which there are, and what functions may do with them.
import { ArnFormat, type Stack, Validations } from 'aws-cdk-lib';
import type { Settings } from '../settings.ts';
import type { NodeFunction } from './node-function.ts';
import type { RideGateStack } from './ridegate-stack.ts';

export interface PushApplication {
  /** What SNS calls the push service. */
  readonly platform: 'APNS' | 'APNS_SANDBOX' | 'GCM';
  /** The variable that tells functions the application's ARN. */
  readonly variable: 'APNS_APPLICATION_ARN' | 'FCM_APPLICATION_ARN';
  /** The secret that holds its credentials. */
  readonly secretArn: string;
}

/** Those that the settings switch on. */
export const pushApplications = (settings: Settings): readonly PushApplication[] => {
  const { apnsSecretArn, apnsEnvironment, fcmSecretArn } = settings;
  const apns = apnsEnvironment === 'sandbox' ? 'APNS_SANDBOX' : 'APNS';
  return [
    ...(apnsSecretArn === undefined
      ? []
      : [{ platform: apns, variable: 'APNS_APPLICATION_ARN', secretArn: apnsSecretArn } as const]),
    ...(fcmSecretArn === undefined
      ? []
      : [{ platform: 'GCM', variable: 'FCM_APPLICATION_ARN', secretArn: fcmSecretArn } as const]),
  ];
};

/** The ARN that SNS makes of platform and name, so that no stack has to wait for another to learn it. */
export const pushApplicationArn = (stack: RideGateStack, { platform }: PushApplication): string =>
  pushArn(stack, 'app', `${platform}/RideGate-${stack.settings.stage}`);

/** The environment of a function that deals with push services; what is off is left out. */
export const pushEnvironment = (stack: RideGateStack): Record<string, string> =>
  Object.fromEntries(
    pushApplications(stack.settings).map((application) => [
      application.variable,
      pushApplicationArn(stack, application),
    ]),
  );

export type EndpointAction =
  'CreatePlatformEndpoint' | 'GetEndpointAttributes' | 'SetEndpointAttributes' | 'DeleteEndpoint' | 'Publish';

/** Allows actions on the endpoints of RideGate's own applications; none where pushes are off. */
export const allowEndpoints = (
  stack: RideGateStack,
  fn: NodeFunction,
  actions: readonly EndpointAction[],
): void => {
  for (const application of pushApplications(stack.settings)) {
    const endpoints = `${application.platform}/RideGate-${stack.settings.stage}/*`;
    fn.allow(
      actions.map((action) => `sns:${action}`),
      // An endpoint that is still to be made has no ARN: SNS then asks for the right on its application.
      ...(actions.includes('CreatePlatformEndpoint') ? [pushApplicationArn(stack, application)] : []),
      pushArn(stack, 'endpoint', endpoints),
    );
    if (fn.role === undefined) continue;
    Validations.of(fn.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:endpoint/${endpoints}]`,
      reason: 'SNS chooses the last part of an endpoint’s ARN; this is one application and its devices.',
    });
  }
};

const pushArn = (stack: Stack, resource: 'app' | 'endpoint', resourceName: string): string =>
  stack.formatArn({ service: 'sns', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });

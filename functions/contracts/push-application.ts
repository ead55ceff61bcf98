// The custom resource Custom::PushApplication: what CloudFormation asks of its function, what that answers, and
// the credentials that an operator keeps in Secrets Manager.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html

import * as z from 'zod';

export const customResourceRequest = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url({ protocol: /^https?$/ }),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  ResourceProperties: z.object({
    /** The application's ARN, which SNS makes of its platform and its name. */
    ApplicationArn: z.string().regex(/^arn:[\w-]+:sns:[\w-]+:\d{12}:app\/(APNS|APNS_SANDBOX|GCM)\/[\w.-]+$/),
    /** Secrets Manager secret that holds `apnsSecret` or `fcmSecret`. */
    SecretArn: z.string().startsWith('arn:'),
  }),
});
export type CustomResourceRequest = z.infer<typeof customResourceRequest>;

export type CustomResourceAnswer = {
  Status: 'SUCCESS' | 'FAILED';
  Reason: string;
  PhysicalResourceId: string;
  StackId: string;
  RequestId: string;
  LogicalResourceId: string;
};

/** A token signing key (.p8) of the Apple developer account, with the app that it is for. */
export const apnsSecret = z
  .object({
    signing_key: z.string().includes('PRIVATE KEY'),
    key_id: z.string().min(1),
    team_id: z.string().min(1),
    bundle_id: z.string().min(1),
  })
  .transform((secret) => ({
    platform: 'apns' as const,
    signingKey: secret.signing_key,
    keyId: secret.key_id,
    teamId: secret.team_id,
    bundleId: secret.bundle_id,
  }));

/** The key file of a Firebase service account, as Google's console gives it. */
export const fcmSecret = z
  .looseObject({
    type: z.literal('service_account'),
    project_id: z.string().min(1),
    client_email: z.string().min(1),
    private_key: z.string().includes('PRIVATE KEY'),
  })
  .transform((file) => ({ platform: 'fcm' as const, serviceAccountJson: JSON.stringify(file) }));

/** The shape of the secret that an application's credentials are in. */
export function pushSecretOf(applicationArn: string): typeof apnsSecret | typeof fcmSecret {
  return applicationArn.includes(':app/GCM/') ? fcmSecret : apnsSecret;
}

// The environment variables that Lambda adds to a function's own, with the local engines as the AWS endpoints.
import { localCredentials } from '../engines/client-config.ts';
import type { LambdaFunction } from '../template/deployment.ts';
import { region } from '../template/identity.ts';

export interface Endpoints {
  readonly dynamodb: string;
  readonly messaging: string;
}

/** What stands in for AWS in this run. */
export interface LocalServices {
  readonly endpoints: Endpoints;
  /** In place of KMS: functions/contracts/env.ts. */
  readonly identityKeys: string;
}

/** Just the template's variables and Lambda's: nothing of the shell that started the run reaches a function. */
export function functionEnvironment(
  fn: LambdaFunction,
  { endpoints, identityKeys }: LocalServices,
): Readonly<Record<string, string>> {
  return {
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LAMBDA_TASK_ROOT: '/var/task',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    _HANDLER: `index.${fn.exportName}`,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.messaging,
    AWS_ENDPOINT_URL_SNS: endpoints.messaging,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.messaging,
    ...fn.environment,
    // Only for functions that may use the key hosted.
    ...('IDENTITY_KEY_ARN' in fn.environment && { RIDEGATE_IDENTITY_KEYS: identityKeys }),
  };
}

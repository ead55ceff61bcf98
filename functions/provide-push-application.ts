// The custom resource Custom::PushApplication, because CloudFormation can't make SNS's platform applications.

import {
  customResourceRequest,
  pushSecretOf,
  type CustomResourceAnswer,
  type CustomResourceRequest,
} from './contracts/push-application.ts';
import { NotSetUp } from './domain/faults.ts';
import { composePushApplications } from './shared/compose/devices.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeSecret } from './shared/compose/secret.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { PushApplications, PushCredentials } from './use-cases/ports/devices.ts';
import { providePushApplication } from './use-cases/provide-push-application.ts';

type Deps = {
  applications: PushApplications;
  readCredentials: (properties: CustomResourceRequest['ResourceProperties']) => Promise<PushCredentials>;
  log: Log;
};

/** Answers CloudFormation whatever happens: it would wait for an hour otherwise. */
export function createProvidePushApplication({ applications, readCredentials, log }: Deps) {
  const fulfil = async ({
    RequestType,
    ResourceProperties,
  }: CustomResourceRequest): Promise<string | null> => {
    const credentials = () => readCredentials(ResourceProperties);
    try {
      await providePushApplication(
        { applications, credentials },
        RequestType,
        ResourceProperties.ApplicationArn,
      );
      return null;
    } catch (fault) {
      log.fault('push application', fault, { code: RequestType });
      return reasonOf(fault);
    }
  };
  return async (event: unknown): Promise<void> => {
    const request = customResourceRequest.parse(event);
    const fault = await fulfil(request);
    await answer(request, { Status: fault === null ? 'SUCCESS' : 'FAILED', Reason: fault ?? 'Done' });
  };
}

/** Only these are our own, and say nothing that is secret. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'Unknown';
  return fault.name === 'Error' || fault instanceof NotSetUp ? fault.message : fault.name;
}

async function answer(
  request: CustomResourceRequest,
  outcome: Pick<CustomResourceAnswer, 'Status' | 'Reason'>,
): Promise<void> {
  const { ResponseURL, StackId, RequestId, LogicalResourceId, ResourceProperties } = request;
  const body: CustomResourceAnswer = {
    ...outcome,
    PhysicalResourceId: ResourceProperties.ApplicationArn,
    StackId,
    RequestId,
    LogicalResourceId,
  };
  // The URL was signed for no content type.
  const headers = { 'content-type': '' };
  const response = await fetch(ResponseURL, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`CloudFormation took no answer: ${response.status}`);
}

export const handler = lazily(() =>
  createProvidePushApplication({
    ...composePushApplications(),
    ...composeEnvironment(),
    readCredentials: ({ ApplicationArn, SecretArn }) =>
      composeSecret(pushSecretOf(ApplicationArn), SecretArn)(),
  }),
);

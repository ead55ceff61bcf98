import type { PushApplications, PushCredentials } from './ports/devices.ts';

/**
 * Makes RideGate's application at a push service, renews its credentials, or takes it away.
 * @param change as CloudFormation names it
 */
export async function providePushApplication(
  deps: { applications: PushApplications; credentials: () => Promise<PushCredentials> },
  change: 'Create' | 'Update' | 'Delete',
  applicationArn: string,
): Promise<void> {
  if (change === 'Delete') await deps.applications.remove(applicationArn);
  else await deps.applications.provide(applicationArn, await deps.credentials());
}

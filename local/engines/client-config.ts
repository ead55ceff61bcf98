// How the run's own AWS clients reach a local engine.
import { region } from '../template/identity.ts';

/** Any credentials do: local engines don't check them, but the SDK insists on having some. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

export function localClientConfig(endpoint: string) {
  return { region, endpoint, credentials: localCredentials };
}

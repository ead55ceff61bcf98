// The engines that a run needs before it knows what the templates want of them.
import type { Cleanup } from '../cleanup.ts';
import { loopback, type Settings } from '../settings.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { audience } from '../synthesize.ts';
import type { Deployment } from '../template/deployment.ts';
import { startDynamoDb, type DynamoDbEngine } from './dynamodb.ts';
import { startMessaging, type MessagingEngine } from './messaging.ts';
import { localSecrets, type SecretValues } from './secrets.ts';
import { startTokenIssuer } from './token-issuer.ts';

export interface Engines {
  readonly dynamodb: DynamoDbEngine;
  readonly messaging: MessagingEngine;
  /** Gives the deployment's secrets their local values. */
  setSecrets(deployment: Deployment): void;
}

/** Starts them side by side, and settles only when each has started or failed. */
export async function startEngines(
  settings: Settings,
  state: StateFolder,
  cleanup: Cleanup,
  onLost: (reason: string) => void,
): Promise<Engines> {
  const { ports } = settings;
  let secrets: SecretValues = new Map();
  const starts = [
    startDynamoDb({
      port: ports.dynamodb,
      databaseFile: state.file('dynamodb.sqlite'),
      endpoint: settings.dynamodbEndpoint,
      binary: settings.dynoxidePath,
      onLost,
    }).then((engine) => endedBy(engine, cleanup)),
    startMessaging({ port: ports.messaging, folder: state.root, secrets: () => secrets }).then((engine) =>
      endedBy(engine, cleanup),
    ),
    startTokenIssuer({
      port: ports.tokens,
      issuer: loopback(ports.tokens),
      audience,
      keyFile: state.file('token-key.json'),
      origins: [loopback(ports.gateway), `http://localhost:${ports.gateway}`],
      accessTokenSeconds: settings.accessTokenSeconds,
    }).then((server) => endedBy(server, cleanup)),
  ] as const;
  await Promise.allSettled(starts);
  const [dynamodb, messaging] = await Promise.all(starts);
  return {
    dynamodb,
    messaging,
    setSecrets: (deployment) => {
      secrets = localSecrets(deployment, settings);
    },
  };
}

function endedBy<Started extends { close(): Promise<void> }>(started: Started, cleanup: Cleanup): Started {
  cleanup.add(() => started.close());
  return started;
}

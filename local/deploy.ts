// Sets up in the engines what the templates describe, and starts what works on its own: triggers and pushes.
import type { Cleanup } from './cleanup.ts';
import type { Engines } from './engines/engines.ts';
import { provideTables } from './engines/tables.ts';
import { createLambdaRuntime } from './lambda/runtime.ts';
import { openInbox } from './notifications/inbox.ts';
import { pushQueue, startPushReceiver, subscribed } from './notifications/receiver.ts';
import { startTriggers } from './pollers/triggers.ts';
import type { Settings } from './settings.ts';
import { openRunDatabase } from './state/run-database.ts';
import type { StateFolder } from './state/state-folder.ts';
import type { Deployment } from './template/deployment.ts';

interface Place {
  readonly settings: Settings;
  readonly state: StateFolder;
  readonly engines: Engines;
  readonly cleanup: Cleanup;
  readonly onFault: (reason: string) => void;
}

export async function deploy(deployment: Deployment, place: Place) {
  const { settings, state, engines, cleanup, onFault } = place;
  const { dynamodb, messaging } = engines;
  engines.setSecrets(deployment);
  await provideTables(dynamodb.endpoint, deployment.tables);
  dynamodb.indexStream();
  const pushes = pushQueue(settings.ports.messaging);
  messaging.provide([...deployment.queues, pushes], subscribed(deployment.topics, pushes));
  const database = openRunDatabase(state.file('run.sqlite'));
  cleanup.add(() => {
    database.close();
  });
  const inbox = openInbox(database.sql);
  messaging.providePushes(deployment.pushApplicationArns, (endpointArn, payload) => {
    if (!inbox.receiveOnDevice(endpointArn, payload, Date.now()))
      onFault(`A phone can't read what was pushed to it: ${payload.slice(0, 200)}`);
  });
  const endpoints = { dynamodb: dynamodb.endpoint, messaging: messaging.endpoint };
  const runtime = createLambdaRuntime({
    functions: deployment.functions,
    endpoints,
    identityKeys: settings.identityKeys,
    logFolder: state.logs,
    mirrorLogs: settings.log,
  });
  cleanup.add(() => runtime.close());
  const { scheduleScale } = settings;
  const triggers = startTriggers({
    deployment,
    endpoints,
    runtime,
    progress: database,
    scheduleScale,
    onFault,
  });
  cleanup.add(() => triggers.stop());
  const receiver = startPushReceiver(messaging.endpoint, pushes, inbox, onFault);
  cleanup.add(() => receiver.stop());
  return { database, inbox, runtime };
}

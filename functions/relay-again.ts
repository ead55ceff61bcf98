// The worker of what the outbox relay handed over: read from the table again, and delivered to where it has not been.

import { fromHandedOverMessage, handedOverMessage } from './contracts/handed-over-record.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeRelay } from './shared/compose/relay.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { queueWorker, type QueueHandler } from './shared/queue-worker.ts';
import { relayAgain, type RelayAgainDeps } from './use-cases/relay-again.ts';

export function createRelayAgain({ log, ...deps }: RelayAgainDeps & { log: Log }): QueueHandler {
  return queueWorker(log, 'relay again', async ({ body, messageId }) => {
    const record = fromHandedOverMessage(handedOverMessage.parse(JSON.parse(body)));
    const code = await relayAgain(deps, record);
    const { notificationId } = record;
    return { requestId: messageId, code, ...(notificationId !== null && { notificationId }) };
  });
}

export const handler = lazily(() => createRelayAgain({ ...composeEnvironment(), ...composeRelay() }));

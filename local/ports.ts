// Makes sure that the run's ports are free before anything is started.
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { StartFailure } from './failure.ts';
import type { Settings } from './settings.ts';

const roles = {
  gateway: 'the API',
  webhook: 'the webhook receiver',
  stripe: 'the Stripe simulator',
  tokens: 'the token issuer',
  dynamodb: 'DynamoDB',
  messaging: 'SQS and SNS',
} as const;

// After a kill -9 of an earlier run its database needs a moment to notice and to let go of its port.
const patienceMs = 2_000;

/** @throws StartFailure that names the first taken port and the variable that moves all of them */
export async function requireFreePorts(settings: Settings): Promise<void> {
  const needed = Object.entries(roles).filter(
    ([role]) =>
      !(role === 'dynamodb' && settings.dynamodbEndpoint !== undefined) &&
      !(role === 'stripe' && settings.stripe.mode === 'test-mode'),
  );
  const deadline = Date.now() + patienceMs;
  for (const [role, purpose] of needed) {
    const port = settings.ports[role as keyof typeof roles];
    let code = await listenFault(port);
    while (code === 'EADDRINUSE' && Date.now() < deadline) {
      await delay(50);
      code = await listenFault(port);
    }
    if (code !== undefined) {
      const why = code === 'EADDRINUSE' ? 'is taken by another program' : `can't be used (${code})`;
      throw new StartFailure(
        `Port ${port} (${purpose}) ${why}: end that program, or set RIDEGATE_PORT to a base port with six free ports in a row.`,
      );
    }
  }
}

function listenFault(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(undefined);
      });
    });
  });
}

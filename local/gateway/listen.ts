// A node:http server on a loopback port, and its orderly end.
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

export interface LocalServer {
  readonly port: number;
  /** Takes no more requests, waits for those in flight, then cuts what still holds on. */
  close(): Promise<void>;
}

const graceMs = 5_000;

export async function listen(server: Server, port: number): Promise<LocalServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A client that sends no HTTP gets what node answers by default; one that hangs up must not end the run.
  server.on('error', () => undefined);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeIdleConnections();
      await Promise.race([closed, delay(graceMs, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

import { createServer, type Server } from 'node:net';

/** A base port with six free ports in a row. Several test files may ask at the same time, hence the random start. */
export async function freeBasePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const base = 20_000 + Math.floor(Math.random() * 2_000) * 6;
    const servers: Server[] = [];
    try {
      for (let offset = 0; offset < 6; offset += 1) servers.push(await occupy(base + offset));
      return base;
    } catch {
      // Somebody else's: another base.
    } finally {
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    }
  }
  throw new Error('There are no six free ports in a row.');
}

/** Takes a loopback port. */
export async function occupy(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

// Starts the run that end-to-end tests share once the first of them asks for it, and ends it after the last.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startRun, type Run } from './run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers the shared run's base port as text, or 500 with why there is none. */
    commonRunAddress: string;
  }
}

/** @returns what ends it */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Run> | undefined;
  const server = createServer((_request, response) => {
    started ??= startRun();
    started.then(
      ({ port }) => response.end(String(port)),
      (fault: unknown) => response.writeHead(500).end(fault instanceof Error ? fault.message : String(fault)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  project.provide('commonRunAddress', `http://127.0.0.1:${port}/`);
  return async () => {
    server.close();
    const run = await started?.catch(() => undefined);
    await run?.stop();
  };
}

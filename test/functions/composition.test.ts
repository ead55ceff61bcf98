// Importing a function reads no environment and builds no client: that waits for the first call.

import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { apiEvent, claims } from './events/api-gateway.ts';
import { lambdaContext } from './events/lambda-context.ts';

const folder = new URL('../../functions/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replace('.ts', ''));

const functionFile = z.looseObject({ handler: z.custom<Handler>((value) => typeof value === 'function') });
type Handler = (event: unknown, context: unknown) => Promise<unknown>;

async function load(name: string): Promise<z.infer<typeof functionFile>> {
  return functionFile.parse(await import(new URL(`${name}.ts`, folder).href));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(names)('%s', (name) => {
  it('is imported without any variable, and exports a handler', async () => {
    for (const variable of ['TABLE_NAME', 'AWS_REGION', 'STRIPE_SECRET_ARN', 'WEBHOOK_SECRET_ARN']) {
      vi.stubEnv(variable, undefined);
    }

    await expect(load(name)).resolves.toHaveProperty('handler');
  });
});

describe('a function whose environment is not set up', () => {
  const needNone = ['add-token-claims', 'describe-api', 'provide-push-application'];

  it.each(names.filter((name) => !needNone.includes(name)))('%s says what is missing', async (name) => {
    vi.stubEnv('TABLE_NAME', undefined);
    const { handler } = await load(name);
    const event = apiEvent({ route: 'GET /api/customers/{id}', as: claims.rider(), id: 'rider-1' });

    // Put together within a promise, because a first call may throw where a later one would reject.
    const call = Promise.resolve().then(() => handler(event, lambdaContext()));

    await expect(call).rejects.toThrow(/^The environment is not set up: [A-Z_]+: invalid_type/);
  });
});

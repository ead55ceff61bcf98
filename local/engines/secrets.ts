// A stand-in for Secrets Manager: GetSecretValue over AWS JSON 1.1, answered from the run's own environment.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Settings } from '../settings.ts';
import type { Deployment } from '../template/deployment.ts';
import type { FauxqsApp } from './fauxqs.ts';

/** Secret texts by ARN. */
export type SecretValues = ReadonlyMap<string, string>;

const target = 'secretsmanager.';
const getSecretValue = z.object({ SecretId: z.string() });

/**
 * Gives each secret of the templates its local value. What a secret is for is told by the variable that hands its ARN
 * to a function.
 */
export function localSecrets(
  deployment: Deployment,
  settings: Pick<Settings, 'stripe' | 'webhookSecrets'>,
): SecretValues {
  const { apiKey, restrictedKey } = settings.stripe;
  const byVariable: Readonly<Record<string, object>> = {
    STRIPE_SECRET_ARN: {
      api_key: apiKey,
      ...(restrictedKey === undefined ? {} : { restricted_key: restrictedKey }),
    },
    WEBHOOK_SECRET_ARN: { signing_secrets: settings.webhookSecrets },
  };
  const values = new Map<string, string>();
  for (const { environment } of deployment.functions) {
    for (const [variable, value] of Object.entries(byVariable)) {
      const arn = environment[variable];
      if (arn !== undefined && deployment.secretArns.includes(arn)) values.set(arn, JSON.stringify(value));
    }
  }
  return values;
}

/** Answers Secrets Manager's requests in front of the server's own routes. */
export function answerSecrets(app: FauxqsApp, secrets: () => SecretValues): void {
  app.addHook('preHandler', async (request, reply) => {
    const operation = String(request.headers['x-amz-target'] ?? '');
    if (!operation.startsWith(target)) return;
    const refuse = (type: string, message: string) =>
      reply
        .code(400)
        .type('application/x-amz-json-1.1')
        .send(JSON.stringify({ __type: type, message }));
    if (operation !== `${target}GetSecretValue`) {
      return refuse(
        'InvalidRequestException',
        `The embedded run knows only GetSecretValue, not ${operation}.`,
      );
    }
    const id = parseSecretId(request.body);
    const value = id === undefined ? undefined : secrets().get(id);
    if (value === undefined) {
      return refuse('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    }
    return reply.type('application/x-amz-json-1.1').send(
      JSON.stringify({
        ARN: id,
        Name: id?.split(':').at(-1),
        VersionId: randomUUID(),
        SecretString: value,
        VersionStages: ['AWSCURRENT'],
      }),
    );
  });
}

function parseSecretId(body: unknown): string | undefined {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return getSecretValue.parse(JSON.parse(body.toString())).SecretId;
  } catch {
    return undefined;
  }
}

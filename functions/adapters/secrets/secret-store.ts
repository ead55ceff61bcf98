import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod';
import { parseSettings } from '../../contracts/env.ts';

const secretLifeMs = 5 * 60 * 1000;

/** Reads a JSON secret and keeps it for five minutes, so that a rotated one is taken up by itself. */
export function createSecretReader<Shape extends z.ZodType>(
  shape: Shape,
  arn: string,
  nowMs: () => number,
  client: SecretsManagerClient = new SecretsManagerClient({}),
): () => Promise<z.infer<Shape>> {
  let kept: { value: z.infer<Shape>; untilMs: number } | null = null;
  return async () => {
    if (kept !== null && nowMs() < kept.untilMs) return kept.value;
    const answer = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    const value = parseSettings(shape, jsonOrNull(answer.SecretString), 'The secret');
    kept = { value, untilMs: nowMs() + secretLifeMs };
    return value;
  };
}

/** A parser's own error would quote the secret. */
function jsonOrNull(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

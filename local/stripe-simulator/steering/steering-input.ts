/** What steering calls take, and one clear sentence for what is wrong with one. */
import * as z from 'zod';
import { invalidRequest } from '../api/errors.ts';
import { OUTCOMES } from '../identity/outcomes.ts';
import { personInput } from '../identity/person.ts';

const rate = z.number().min(0).max(1);
const seed = z.int();
const delayMs = z.int().min(0).max(86_400_000);

export const submitInput = z.strictObject({
  outcome: z.enum(OUTCOMES),
  person: personInput.optional(),
  processing_ms: delayMs.optional(),
});

/** What is left out goes back to its default: an empty body makes delivery behave. */
export const deliveryInput = z.strictObject({
  duplicate_rate: rate.default(0),
  drop_rate: rate.default(0),
  shuffle: z.boolean().default(false),
  delay_ms: delayMs.default(0),
  seed: seed.optional(),
});

/** What is left out goes back to its default: an empty body ends all faults. */
export const faultsInput = z.strictObject({
  error_rate: rate.default(0),
  status: z
    .union(
      [z.literal(429), z.literal(500), z.literal(502), z.literal(503), z.literal(504)],
      'must be 429, 500, 502, 503 or 504',
    )
    .default(503),
  latency_ms: z.int().min(0).max(120_000).default(0),
  seed: seed.optional(),
});

/** An empty body goes back to the simulator's default. */
export const redactionInput = z.strictObject({ delay_ms: delayMs.optional() });

export const noInput = z.strictObject({});

/** Parses a steering body; no body is an empty one. */
export function parseSteering<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const path = issue.path.map(String).join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });
  throw invalidRequest(`This steering call can't be followed: ${faults.join('; ')}.`);
}

/** JSON, or nothing at all: some clients announce JSON also where they send no body. */
export function parseJson(body: string | Buffer): Promise<unknown> {
  const text = body.toString();
  try {
    return Promise.resolve(text === '' ? undefined : JSON.parse(text));
  } catch {
    return Promise.reject(
      invalidRequest("This steering call can't be followed: its body is not valid JSON."),
    );
  }
}

/** The kinds of parameter that endpoints take, and what Stripe says when one is wrong. */
import * as z from 'zod';
import { invalidRequest, type StripeApiError } from './errors.ts';
import type { FormObject } from './form-encoding.ts';

/** A fault that Stripe has a code for; `{value}` and `{param}` in its message are filled in. */
function fault(message: string, code?: string): { message: string; params: { code: string | undefined } } {
  return { message, params: { code } };
}

const EMPTY = fault(
  "You passed an empty string for '{param}'. We assume empty values are an attempt to unset a field; however '{param}' cannot be unset. You should remove '{param}' from your request or supply a non-empty value.",
  'parameter_invalid_empty',
);

export const text = z
  .string()
  .refine((value) => value !== '', EMPTY)
  .refine((value) => value.length <= 5000, fault('Invalid string: {param} must be at most 5000 characters'));

export const boolean = z
  .string()
  .refine((value) => value === 'true' || value === 'false', fault('Invalid boolean: {value}'))
  .transform((value) => value === 'true');

export const integer = z
  .string()
  .refine(
    (value) => /^-?\d{1,15}$/.test(value),
    fault('Invalid integer: {value}', 'parameter_invalid_integer'),
  )
  .transform(Number);

export const webUrl = text.refine(
  (value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ''),
  fault('Not a valid URL', 'url_invalid'),
);

/** Up to 50 pairs; an empty value removes its key, and an empty `metadata` all of them. */
export const metadata = z.preprocess(
  (value) => (value === '' ? null : value),
  z
    .record(
      z.string().max(40, 'Metadata keys must be at most 40 characters long.'),
      z.string().max(500, 'Metadata values can have up to 500 characters, but you passed in a longer one.'),
    )
    .refine((pairs) => Object.keys(pairs).length <= 50, 'Metadata can have up to 50 keys.')
    .nullable(),
);

export type MetadataChange = z.output<typeof metadata>;

/** What an object's metadata is after a change. */
export function changeMetadata(
  before: Record<string, string>,
  change: MetadataChange | undefined,
): Record<string, string> {
  if (change === null) return {};
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''));
}

/** A time, or a range of times, in seconds since 1970. */
export const createdRange = z
  .preprocess(
    (value) => (typeof value === 'string' ? { gte: value, lte: value } : value),
    z.strictObject({
      gt: integer.optional(),
      gte: integer.optional(),
      lt: integer.optional(),
      lte: integer.optional(),
    }),
  )
  .optional();

/** Parses what was sent, or throws Stripe's error for the first fault. */
export function parseParameters<S extends z.ZodType>(schema: S, sent: FormObject): z.output<S> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const first = issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0];
  throw first ? toStripeError(first, sent) : invalidRequest('Invalid request.');
}

function toStripeError(issue: z.core.$ZodIssue, sent: FormObject): StripeApiError {
  if (issue.code === 'unrecognized_keys') {
    const unknown = nameOf([...issue.path, issue.keys[0] ?? '']);
    return invalidRequest(`Received unknown parameter: ${unknown}`, {
      code: 'parameter_unknown',
      param: unknown,
    });
  }
  const param = nameOf(issue.path);
  const value = valueAt(sent, issue.path);
  if (value === undefined) {
    return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  if (issue.code === 'invalid_value') {
    return invalidRequest(`Invalid ${param}: must be one of ${alternatives(issue.values)}`, { param });
  }
  if (issue.code === 'invalid_type') {
    return invalidRequest(`Invalid ${issue.expected === 'record' ? 'object' : issue.expected}: ${shown}`, {
      param,
    });
  }
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  const message = issue.message.replaceAll('{param}', param).replaceAll('{value}', () => shown);
  return invalidRequest(message, typeof code === 'string' ? { code, param } : { param });
}

/** `['options', 'document']` is `options[document]` to Stripe. */
function nameOf(path: readonly PropertyKey[]): string {
  const [first = '', ...rest] = path.map(String);
  return first + rest.map((part) => `[${part}]`).join('');
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    sent,
  );
}

function alternatives(values: readonly unknown[]): string {
  const names = values.map(String);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')}${names.length > 1 ? ',' : ''} or ${last}`;
}

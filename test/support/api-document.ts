// Holds every answer that a test sees against the API's OpenAPI document. An answer may not even have a field
// that the document lacks: clients bear it, but it would be undocumented.

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import { openApiDocument } from '../../functions/contracts/openapi/document.ts';
import type { Json } from '../../functions/contracts/openapi/json-schema.ts';

export type DocumentedAnswer = { status: number; contentType: string | null; body: unknown };

/** As a client reads it: plain JSON. */
export const apiDocument = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(JSON.stringify(openApiDocument())));

const response = z.object({ content: z.record(z.string(), z.unknown()).optional() });
const operations = z
  .object({
    paths: z.record(
      z.string(),
      z.record(z.string(), z.object({ responses: z.record(z.string(), z.looseObject({})) })),
    ),
  })
  .parse(apiDocument).paths;

const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
// A CommonJS module's default, as Node hands it over.
addFormats.default(ajv, ['date-time', 'date', 'email', 'ipv4', 'ipv6', 'uri']);
const documentId = 'https://ridegate.test/openapi.json';
ajv.addSchema(closed(apiDocument), documentId, undefined, false);

const validators = new Map<string, ValidateFunction>();

/** @throws Error that names route, status and fault where the answer isn't as documented */
export function expectDocumented(route: string, answer: DocumentedAnswer): void {
  const [method = '', path = ''] = route.split(' ');
  const where = `${route} → ${answer.status}`;
  const responses = operations[path]?.[method.toLowerCase()]?.responses;
  if (responses === undefined) throw new Error(`${route} is not in the OpenAPI document`);
  const pointer = ['paths', path, method.toLowerCase(), 'responses', String(answer.status)];
  const described = responses[String(answer.status)];
  if (described === undefined) throw new Error(`${where} is not in the OpenAPI document: ${show(answer)}`);
  const target = resolve(described, pointer);
  if (target.content === undefined) {
    if (answer.body !== undefined) throw new Error(`${where} is documented without a body: ${show(answer)}`);
    return;
  }
  const mediaType = answer.contentType?.split(';')[0]?.trim() ?? '';
  if (target.content[mediaType] === undefined) {
    throw new Error(`${where} is not documented as ${mediaType}: ${show(answer)}`);
  }
  const validate = validatorFor([...target.pointer, 'content', mediaType, 'schema']);
  if (validate(answer.body)) return;
  throw new Error(`${where} is not as documented: ${ajv.errorsText(validate.errors)}: ${show(answer)}`);
}

/** What is wrong with a value of a component, by its name; empty where it fits. */
export function faultsOf(component: string, value: unknown): string {
  const validate = validatorFor(['components', 'schemas', component]);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

/** The template path of the document that a request's path belongs to; null where there is none. */
export function documentedPath(path: string): string | null {
  const segments = path.split('/');
  const fits = (template: string): boolean => {
    const parts = template.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, index) => (part.startsWith('{') ? segments[index] !== '' : part === segments[index]))
    );
  };
  // What is spelled out goes before what a parameter could be.
  return (
    Object.keys(operations)
      .filter(fits)
      .toSorted((a, b) => a.split('{').length - b.split('{').length)[0] ?? null
  );
}

function resolve(described: Json, pointer: string[]) {
  const ref = described['$ref'];
  if (typeof ref !== 'string') return { ...response.parse(described), pointer };
  const segments = ref.replace('#/', '').split('/');
  const found = segments.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    apiDocument,
  );
  return { ...response.parse(found), pointer: segments };
}

function validatorFor(pointer: readonly string[]): ValidateFunction {
  const fragment = pointer
    .map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const known = validators.get(fragment);
  if (known !== undefined) return known;
  const validate = ajv.compile({ $ref: `${documentId}#/${fragment}` });
  validators.set(fragment, validate);
  return validate;
}

/** The same document with every object closed to unknown fields, but for the parts of an `allOf`. */
function closed(schema: object, mayClose = true): object {
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, entry]) => [key, closedEntry(entry, key !== 'allOf')]),
  );
  const isObject = mayClose && 'properties' in copy && copy['additionalProperties'] === undefined;
  return isObject ? { ...copy, additionalProperties: false } : copy;
}

function closedEntry(entry: unknown, mayClose: boolean): unknown {
  if (Array.isArray(entry)) return entry.map((part: unknown) => closedEntry(part, mayClose));
  return typeof entry === 'object' && entry !== null ? closed(entry, mayClose) : entry;
}

function show(answer: DocumentedAnswer): string {
  return answer.body === undefined ? 'no body' : JSON.stringify(answer.body).slice(0, 500);
}

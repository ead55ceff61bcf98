// An HTTP request as a use case needs it: size and JSON checked, everything parsed, all faults listed.

import { Buffer } from 'node:buffer';
import type * as z from 'zod';
import type { HttpEvent } from '../contracts/http-event.ts';
import { InvalidInput, type InputFault } from '../domain/faults.ts';
import { BodyTooLarge } from './problem-answer.ts';

const maxBodyBytes = 64 * 1024;

/** Parses a JSON body; none at all counts as `{}`. @throws InvalidInput, BodyTooLarge */
export function parseBody<Shape extends z.ZodType>(shape: Shape, event: HttpEvent): z.infer<Shape> {
  const raw = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (raw.byteLength > maxBodyBytes) throw new BodyTooLarge('The body is over 64 KiB.');
  return parseInput(shape, raw.byteLength === 0 ? {} : parseJson(raw));
}

/** @throws InvalidInput */
export function parsePath<Shape extends z.ZodType>(shape: Shape, event: HttpEvent): z.infer<Shape> {
  return parseInput(shape, event.pathParameters ?? {});
}

/** @throws InvalidInput */
export function parseQuery<Shape extends z.ZodType>(shape: Shape, event: HttpEvent): z.infer<Shape> {
  return parseInput(shape, event.queryStringParameters ?? {});
}

function parseInput<Shape extends z.ZodType>(shape: Shape, input: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.flatMap(toFaults));
}

function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    throw new InvalidInput([{ path: '', message: 'The body is not JSON in UTF-8.' }]);
  }
}

function toFaults(issue: z.core.$ZodIssue): InputFault[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: path === '' ? key : `${path}.${key}`,
    message: 'is not a field of this request',
  }));
}

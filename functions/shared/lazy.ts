import { NotSetUp } from '../domain/faults.ts';
import { createLog, kindOfFault } from './log.ts';

/**
 * A handler that is put together at its first call: importing a function file reads no environment. What it throws,
 * Lambda prints as it is, with its message, its cause and its fields, so a fault leaves as its kind alone.
 */
export function lazily<Event, Context, Answer>(
  create: () => (event: Event, context: Context) => Promise<Answer>,
): (event: Event, context: Context) => Promise<Answer> {
  let handler: ReturnType<typeof create> | null = null;
  return async (event, context) => {
    try {
      handler ??= create();
      return await handler(event, context);
    } catch (fault) {
      throw withoutItsWords(fault);
    }
  };
}

function withoutItsWords(fault: unknown): Error {
  // Its words are ours, and name no value.
  if (fault instanceof NotSetUp) return fault;
  createLog().fault('failed', fault);
  return Object.assign(new Error('The log says where.'), { name: kindOfFault(fault) });
}

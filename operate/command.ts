// What an operator asked for on the command line of `npm run dead-letters`.

import { parseArgs } from 'node:util';
import type { DeadLetterSelection } from '../functions/domain/dead-letter.ts';
import { handledEventTypes } from '../functions/domain/stripe-event.ts';

/** Where the dead letters are: in a deployed stage, or in the embedded run on this machine. */
export type Place = { kind: 'stage'; stage: string } | { kind: 'local' };

export type Command = { place: Place; json: boolean } & (
  { kind: 'list'; limit: number } | { kind: 'redrive'; selection: DeadLetterSelection; dryRun: boolean }
);

/** The command line makes no sense; the message says why. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export const usage = `Events of Stripe that failed for good: see them, and have them processed once more.

  npm run dead-letters -- list [--limit <number>]
  npm run dead-letters -- redrive <which> [--dry-run]

Which:
  --event <evt_…>     this event; can be given several times
  --cause <cause>     those that failed with this cause, as the list shows it
  --type <type>       those of this type, as Stripe names it; together with --cause, those that fit both
  --all               all of them

Where:
  --stage <stage>     the deployed stage (default: prod), with your AWS credentials and AWS_REGION
  --local             the embedded run on this machine (RIDEGATE_PORT)

  --json              print JSON, as the API answers it (npm run --silent dead-letters -- …)
  --help              print this
`;

const options = {
  limit: { type: 'string' },
  event: { type: 'string', multiple: true },
  cause: { type: 'string' },
  type: { type: 'string' },
  all: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  stage: { type: 'string' },
  local: { type: 'boolean' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const defaultLimit = 100;

/** Null where help was asked for. @throws UsageError */
export function parseCommand(args: readonly string[]): Command | null {
  const { values, positionals } = parse(args);
  const [verb, ...rest] = positionals;
  if (values.help === true) return null;
  if (rest.length > 0) throw new UsageError(`There is one command too many: ${rest.join(' ')}.`);
  const common = { place: placeOf(values), json: values.json };
  switch (verb) {
    case 'list':
      refuse(values, ['event', 'cause', 'type', 'all', 'dry-run'], verb);
      return { kind: 'list', limit: limitOf(values), ...common };
    case 'redrive':
      refuse(values, ['limit'], verb);
      return {
        kind: 'redrive',
        selection: selectionOf(values),
        dryRun: values['dry-run'] ?? false,
        ...common,
      };
    case undefined:
      throw new UsageError('Say list or redrive.');
    default:
      throw new UsageError(`There is no command ${verb}.`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (fault) {
    throw new UsageError(sentence(fault instanceof Error ? fault.message : String(fault)));
  }
}

/** Some of Node's messages have several lines, and some no full stop. */
function sentence(message: string): string {
  return message.replaceAll(/\s*\n\s*/g, ' ').replace(/\.?$/, '.');
}

function refuse(values: Values, names: readonly (keyof Values)[], verb: string): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given !== undefined) throw new UsageError(`--${given} doesn't go with ${verb}.`);
}

function placeOf({ local, stage }: Values): Place {
  if (local !== true) return { kind: 'stage', stage: stage ?? 'prod' };
  if (stage !== undefined) throw new UsageError('Say either --stage or --local.');
  return { kind: 'local' };
}

function limitOf({ limit }: Values): number {
  if (limit === undefined) return defaultLimit;
  const number = Number(limit);
  if (!/^\d+$/.test(limit) || number < 1) throw new UsageError('--limit is a whole number from 1 on.');
  return number;
}

function selectionOf({ event, cause, type, all }: Values): DeadLetterSelection {
  if ([event, cause ?? type, all].filter((way) => way !== undefined).length !== 1) {
    throw new UsageError('Say which: --event …, or --cause … and/or --type …, or --all.');
  }
  if (all === true) return { kind: 'all' };
  if (event !== undefined) {
    const stray = event.find((id) => !id.startsWith('evt_'));
    if (stray !== undefined) throw new UsageError(`--event takes ids of Stripe events, evt_…, not ${stray}.`);
    return { kind: 'events', eventIds: event };
  }
  if (cause === '') throw new UsageError('--cause takes a cause as the list shows it.');
  return { kind: 'alike', cause, eventType: type === undefined ? undefined : eventTypeOf(type) };
}

function eventTypeOf(type: string) {
  const known = handledEventTypes.find((handled) => handled === type);
  if (known === undefined) throw new UsageError(`--type is one of: ${handledEventTypes.join(', ')}.`);
  return known;
}

import { describe, expect, it } from 'vitest';
import { parseCommand, UsageError } from '../../operate/command.ts';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');
const prod = { kind: 'stage', stage: 'prod' };

describe('a command line', () => {
  it.each<[string, object]>([
    ['list', { kind: 'list', limit: 100, place: prod, json: false }],
    ['list --limit 5 --json --local', { kind: 'list', limit: 5, place: { kind: 'local' }, json: true }],
    ['redrive --all', { kind: 'redrive', selection: { kind: 'all' }, dryRun: false, place: prod }],
    [
      'redrive --event evt_1 --event evt_2 --dry-run --stage test',
      {
        selection: { kind: 'events', eventIds: ['evt_1', 'evt_2'] },
        dryRun: true,
        place: { kind: 'stage', stage: 'test' },
      },
    ],
    [
      'redrive --cause busy --type charge.failed',
      { selection: { kind: 'alike', cause: 'busy', eventType: 'charge.failed' } },
    ],
  ])('%s', (line, command) => {
    expect(parseCommand(words(line))).toMatchObject(command);
  });

  it.each(['--help', 'list --help'])('asks for help: %s', (line) => {
    expect(parseCommand(words(line))).toBeNull();
  });

  it.each([
    ['', 'Say list or redrive.'],
    ['purge', 'There is no command purge.'],
    ['list now', 'There is one command too many: now.'],
    ['list --limit 0', '--limit is a whole number from 1 on.'],
    ['list --all', "--all doesn't go with list."],
    ['redrive --all --limit 3', "--limit doesn't go with redrive."],
    ['redrive', 'Say which: --event …, or --cause … and/or --type …, or --all.'],
    ['redrive --all --cause busy', 'Say which: --event …, or --cause … and/or --type …, or --all.'],
    [
      'redrive --event evt_1 --type charge.failed',
      'Say which: --event …, or --cause … and/or --type …, or --all.',
    ],
    ['list --limit 0x10', '--limit is a whole number from 1 on.'],
    ['list --limit=', '--limit is a whole number from 1 on.'],
    ['redrive --cause=', '--cause takes a cause as the list shows it.'],
    ['redrive --event vs_1', '--event takes ids of Stripe events, evt_…, not vs_1.'],
    ['redrive --all --local --stage prod', 'Say either --stage or --local.'],
  ])('that makes no sense is refused: %s', (line, sentence) => {
    expect(() => parseCommand(words(line))).toThrow(new UsageError(sentence));
  });

  it.each(['redrive --event', 'redrive --event --all', 'list --verbose', 'redrive --all=yes'])(
    'that can’t be read is refused in whole sentences, on one line: %s',
    (line) => {
      expect(() => parseCommand(words(line))).toThrow(/^[^\n]+\.$/);
    },
  );

  it.each(['redrive --type customer.created', 'list --verbose', 'redrive --cause'])(
    'that is misspelt is refused: %s',
    (line) => {
      expect(() => parseCommand(words(line))).toThrow(UsageError);
    },
  );
});

// The command as an operator at a terminal sees it, on in-memory ports.

import { beforeEach, describe, expect, it } from 'vitest';
import { deadLetterListJson, redrivenDeadLettersJson } from '../../functions/contracts/dead-letter.ts';
import { runDeadLetters } from '../../operate/run-dead-letters.ts';
import { aStripeEvent, minuteMs, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

let world: World;
let printed: string;
let told: string;
let progress: string[];
let stop: AbortController;

beforeEach(() => {
  world = createWorld({ nowMs });
  printed = '';
  told = '';
  progress = [];
  stop = new AbortController();
});

const run = (line: string, open = () => Promise.resolve(world)): Promise<number> =>
  runDeadLetters(line.split(' '), {
    terminal: {
      print: (text) => (printed += text),
      tell: (text) => (told += text),
      showProgress: (text) => progress.push(text),
      signal: stop.signal,
    },
    open,
    nowMs: () => world.clock.nowMs(),
  });

function addEvents(count: number): void {
  for (let number = 1; number <= count; number += 1) {
    world.deadLetters.addEvent(aStripeEvent({ eventId: `evt_${number}`, type: 'charge.failed' }), {
      cause: 'busy',
      tries: 4,
      firstFailedAtMs: nowMs,
      lastFailedAtMs: nowMs,
      customer: { subaccountId: 'metro', customerId: 'rider-1' },
    });
  }
}

describe('list', () => {
  it('prints a table, oldest first, and how many there are', async () => {
    addEvents(2);
    world.deadLetters.add('nonsense');
    world.clock.advance(90 * minuteMs);

    expect(await run('list')).toBe(0);

    const [head, first, , third] = printed.split('\n');
    expect(head?.split(/ {2,}/)).toEqual([
      'EVENT',
      'TYPE',
      'CAUSE',
      'TRIES',
      'AGE',
      'FIRST FAILED',
      'LAST FAILED',
      'CUSTOMER',
    ]);
    expect(first?.split(/ {2,}/)).toEqual([
      'evt_1',
      'charge.failed',
      'busy',
      '4',
      '1 h',
      '2026-03-01T12:00:00.000Z',
      '2026-03-01T12:00:00.000Z',
      'metro/rider-1',
    ]);
    expect(third).toMatch(/^\(message message-3\) +- +malformed/);
    expect(printed).toContain('3 dead letters, oldest first.');
  });

  it('says so where there is nothing', async () => {
    expect(await run('list')).toBe(0);
    expect(printed).toBe('No dead letters.');
  });

  it('says so where somebody else has them in hand', async () => {
    addEvents(2);
    await world.deadLetters.receive();

    expect(await run('list')).toBe(0);
    expect(printed).toContain('somebody is looking at them right now');
  });

  it('prints JSON as the API answers it', async () => {
    addEvents(3);

    expect(await run('list --limit 2 --json')).toBe(0);

    const list = deadLetterListJson.strict().parse(JSON.parse(printed));
    expect(list.data).toHaveLength(2);
    expect(list.approximate_total).toBe(3);
  });

  it.each([
    ['a control character', '\u001B[2J'],
    ['another writing direction', '\u202E'],
    ['a space of no width', '\u200B'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
  ])('lets nothing from the queue steer the terminal: %s', async (_, text) => {
    world.deadLetters.addEvent(aStripeEvent(), { cause: `busy${text}` });

    await run('list');

    expect(printed).not.toContain(text);
    expect(printed).toContain('busy?');
  });
});

describe('redrive', () => {
  it('tells first what it would do', async () => {
    addEvents(2);

    expect(await run('redrive --all --dry-run')).toBe(0);

    expect(printed).toContain('Dry run: 2 events would be redriven, nothing was moved.');
    expect(world.deadLetters.backlog).toEqual([]);
  });

  it('does it, shows how far it is, and tells what it left', async () => {
    addEvents(12);
    world.deadLetters.add('nonsense');

    expect(await run('redrive --all')).toBe(0);

    expect(progress).toEqual(['10 seen', '13 seen', '10 redriven', '12 redriven']);
    expect(printed).toContain('12 events redriven, to be processed from the backlog now.');
    expect(printed).toContain('1 message skipped: no events');
    expect(world.deadLetters.backlog).toHaveLength(12);
  });

  it('prints JSON as the API answers it', async () => {
    addEvents(1);

    expect(await run('redrive --cause busy --json')).toBe(0);

    expect(redrivenDeadLettersJson.parse(JSON.parse(printed))).toMatchObject({ redriven: 1 });
  });

  it('tells which events it did not find; having redriven them before is no failure', async () => {
    addEvents(1);

    expect(await run('redrive --event evt_1 --event evt_8')).toBe(0);

    expect(told).toBe('Not among the dead letters (redriven before?): evt_8.');
  });

  it('fails where somebody else has letters in hand, and does not claim that they are gone', async () => {
    addEvents(1);
    await world.deadLetters.receive();

    expect(await run('redrive --event evt_1')).toBe(1);

    expect(printed).toContain("About 1 dead letter can't be seen right now: in somebody else's hand");
    expect(told).toBe('Not among the dead letters that can be seen right now: evt_1.');
  });

  it('fails also where it was to tell what it would do', async () => {
    addEvents(12);
    await world.deadLetters.receive();

    expect(await run('redrive --all --dry-run')).toBe(1);

    expect(printed).toContain('Dry run: 2 events would be redriven');
    expect(printed).toContain("About 10 dead letters can't be seen right now");
  });

  it('fails where the lane does not take an event', async () => {
    addEvents(1);
    world.deadLetters.refuse('message-1');

    expect(await run('redrive --all')).toBe(1);
    expect(printed).toContain('0 events redriven.');
    expect(printed).toContain('About 1 remain: run the command again.');
  });

  it('ends at Ctrl-C between two rounds, tells how far it came, and gives back the rest', async () => {
    addEvents(25);
    const { moveToBacklog } = world.deadLetters;
    const interrupted = {
      ...world,
      deadLetters: {
        ...world.deadLetters,
        moveToBacklog: (letters: Parameters<typeof moveToBacklog>[0]) => {
          stop.abort();
          return moveToBacklog(letters);
        },
      },
    };

    expect(await run('redrive --all', () => Promise.resolve(interrupted))).toBe(130);

    expect(printed).toContain('10 events redriven');
    expect(told).toContain('Stopped early');
    expect(world.deadLetters.visible()).toHaveLength(15);
  });
});

describe('what goes wrong is one sentence', () => {
  const failing = (fault: Error) => run('list', () => Promise.reject(fault));
  const named = (name: string, message = 'x'): Error => Object.assign(new Error(message), { name });

  it.each([
    [named('CredentialsProviderError'), 'There are no AWS credentials: sign in'],
    [named('ExpiredTokenException'), 'The AWS credentials have expired: sign in'],
    [named('AccessDenied', 'not allowed to sqs:ReceiveMessage'), 'sqs:ReceiveMessage'],
    [named('Error', 'Region is missing'), 'set AWS_REGION'],
    [Object.assign(new Error('x'), { code: 'ENOTFOUND' }), "AWS can't be reached"],
    [named('ThrottlingException', 'Rate exceeded'), 'run it again'],
  ])('%s', async (fault, sentence) => {
    expect(await failing(fault)).toBe(1);
    expect(told).toContain(sentence);
    expect(told).not.toContain('\n');
    expect(printed).toBe('');
  });

  it('also how it is used wrongly, with another exit code', async () => {
    expect(await run('purge')).toBe(2);
    expect(told).toBe('There is no command purge. See --help.');
  });

  it('and help is no failure', async () => {
    expect(await run('--help')).toBe(0);
    expect(printed).toContain('npm run dead-letters -- redrive');
  });
});

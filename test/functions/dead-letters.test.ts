// Dead letters as the API answers them to admins.

import { beforeEach, describe, expect, it } from 'vitest';
import { deadLetterListJson, redrivenDeadLettersJson } from '../../functions/contracts/dead-letter.ts';
import { aStripeEvent, minuteMs, nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, type Answer, type Api } from './harness.ts';

let api: Api;
beforeEach(async () => {
  api = await startApi();
});

const admin = { as: claims.admin('ad-7') };
const list = (query: Record<string, string> = {}): Promise<Answer> =>
  api.call({ route: 'GET /api/dead-letters', ...admin, query });
const redrive = (body: unknown): Promise<Answer> =>
  api.call({ route: 'POST /api/dead-letters/redrive', ...admin, body });

const refused = {
  cause: 'stripe_refused:resource_missing',
  tries: 1,
  firstFailedAtMs: nowMs,
  lastFailedAtMs: nowMs + minuteMs,
  customer: { subaccountId: 'harbor', customerId: 'rider-1' },
};
const addEvent = (eventId: string, history = {}): string =>
  api.deadLetters.addEvent(aStripeEvent({ eventId }), { ...refused, ...history });

describe('the list', () => {
  it('tells of each letter what it is, why it is there, since when, and whom it concerns', async () => {
    const messageId = addEvent('evt_1');
    api.clock.advance(minuteMs);
    const strayId = api.deadLetters.add('nonsense');
    api.clock.advance(minuteMs);

    const { status, body } = await list();

    expect(status).toBe(200);
    expect(deadLetterListJson.strict().parse(body)).toEqual({
      data: [
        {
          message_id: messageId,
          event_id: 'evt_1',
          event_type: 'identity.verification_session.verified',
          object_id: 'vs_1',
          cause: 'stripe_refused:resource_missing',
          tries: 1,
          first_failed_at: '2026-03-01T12:00:00.000Z',
          last_failed_at: '2026-03-01T12:01:00.000Z',
          queued_at: '2026-03-01T12:00:00.000Z',
          age_seconds: 120,
          customer: { subaccount_id: 'harbor', customer_id: 'rider-1' },
        },
        {
          message_id: strayId,
          event_id: null,
          event_type: null,
          object_id: null,
          cause: 'malformed',
          tries: null,
          first_failed_at: null,
          last_failed_at: null,
          queued_at: '2026-03-01T12:01:00.000Z',
          age_seconds: 60,
          customer: null,
        },
      ],
      next_cursor: null,
      approximate_total: 2,
    });
  });

  it('is as long as was asked for, and tells how many there are', async () => {
    for (const number of [1, 2, 3]) addEvent(`evt_${number}`);

    const { body } = await list({ limit: '2' });

    expect(body).toMatchObject({
      data: [{ event_id: 'evt_1' }, { event_id: 'evt_2' }],
      approximate_total: 3,
    });
  });

  it('says that a letter from the future is new: clocks differ', async () => {
    addEvent('evt_1');
    api.clock.advance(-minuteMs);

    expect((await list()).body['data']).toMatchObject([{ age_seconds: 0 }]);
  });

  it.each(['0', '101', '1.5', 'all', '0x10', '1e1', ' 5', '5 ', '+5', '', '٥'])(
    'refuses a limit of %s',
    async (limit) => {
      const answer = await list({ limit });

      expect(answer.status).toBe(400);
      expect(faultyPaths(answer)).toEqual(['limit']);
    },
  );
});

describe('a redrive', () => {
  it('answers what it did, and is logged with who had it done', async () => {
    addEvent('evt_1');
    addEvent('evt_2', { cause: 'busy' });
    api.deadLetters.add('nonsense');

    const { status, body } = await redrive({ all: true });

    expect(status).toBe(200);
    expect(redrivenDeadLettersJson.strict().parse(body)).toMatchObject({
      dry_run: false,
      matched: 2,
      redriven: 2,
      skipped: 1,
      remaining: 0,
      held_by_others: 0,
      data: [
        { event_id: 'evt_1', outcome: 'redriven' },
        { event_id: 'evt_2', outcome: 'redriven' },
        { event_id: null, outcome: 'skipped' },
      ],
    });
    expect(api.deadLetters.backlog).toHaveLength(2);
    expect(api.log.lines).toContainEqual({
      message: 'redrive',
      fields: { actor: 'operator:ad-7', count: 2 },
    });
  });

  it('tells of letters that somebody else has in hand', async () => {
    addEvent('evt_1');
    await api.deadLetters.receive();

    const { body } = await redrive({ event_ids: ['evt_1'] });

    expect(body).toMatchObject({ matched: 0, redriven: 0, remaining: 1, held_by_others: 1, data: [] });
  });

  it('that is dry moves nothing, and leaves no word in the log', async () => {
    addEvent('evt_1');

    const { body } = await redrive({ all: true, dry_run: true });

    expect(body).toMatchObject({ dry_run: true, matched: 1, redriven: 0, remaining: 1 });
    expect(api.deadLetters.backlog).toEqual([]);
    expect(api.log.lines.map(({ message }) => message)).toEqual(['request']);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['its events', { event_ids: ['evt_2', 'evt_9'] }, ['evt_2']],
    ['their cause', { cause: 'busy' }, ['evt_2', 'evt_3']],
    ['their type', { event_type: 'charge.failed' }, ['evt_3']],
    ['cause and type', { cause: 'stripe_refused', event_type: 'charge.failed' }, []],
  ])('is of those that are named by %s', async (_, selection, redriven) => {
    addEvent('evt_1');
    addEvent('evt_2', { cause: 'busy' });
    api.deadLetters.addEvent(aStripeEvent({ eventId: 'evt_3', type: 'charge.failed' }), { cause: 'busy' });

    const { body } = await redrive(selection);

    const { data } = redrivenDeadLettersJson.parse(body);
    expect(data.map(({ event_id }) => event_id)).toEqual(redriven);
  });

  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['nothing but a dry run', { dry_run: true }],
    ['all and a cause', { all: true, cause: 'busy' }],
    ['events and a type', { event_ids: ['evt_1'], event_type: 'charge.failed' }],
    ['all and events', { all: true, event_ids: ['evt_1'] }],
  ])('refuses to guess what is meant by %s', async (_, body) => {
    addEvent('evt_1');

    const answer = await redrive(body);

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(['']);
    expect(api.deadLetters.backlog).toEqual([]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ all: false }, 'all'],
    [{ event_ids: [] }, 'event_ids'],
    [{ event_ids: ['vs_1'] }, 'event_ids.0'],
    [{ event_ids: Array.from({ length: 101 }, (_, index) => `evt_${index}`) }, 'event_ids'],
    [{ event_type: 'customer.created' }, 'event_type'],
    [{ cause: '' }, 'cause'],
    [{ all: true, dry_run: 'yes' }, 'dry_run'],
  ])('refuses %j', async (body, path) => {
    const answer = await redrive(body);

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual([path]);
  });
});

import { describe, expect, it } from 'vitest';
import { pushList, unreadCount, type Push, type PushList } from '../../../local/rider/pushes/push-list.ts';

const openedMs = Date.parse('2026-05-01T12:00:00.000Z');
const empty: PushList = { sinceMs: openedMs, popped: [], read: [], pushes: [], toasts: [] };

function push(id: string, delivered_at: string): Push {
  return { id, title: id, body: '', data: null, delivered_at };
}

const old = push('old', '2026-05-01T11:00:00.000Z');
const first = push('first', '2026-05-01T12:00:01.000Z');
const second = push('second', '2026-05-01T12:00:02.000Z');

function idsOf(pushes: readonly Push[]): readonly string[] {
  return pushes.map(({ id }) => id);
}

describe('the list of pushes', () => {
  it('is newest first, and counts what was not read', () => {
    const list = pushList(empty, { type: 'delivered', pushes: [old, first, second] });
    expect(idsOf(list.pushes)).toEqual(['second', 'first', 'old']);
    expect(unreadCount(list)).toBe(3);
  });

  it('pops up only what came after the app was opened', () => {
    const list = pushList(empty, { type: 'delivered', pushes: [old, first] });
    expect(idsOf(list.toasts)).toEqual(['first']);
  });

  it('takes a push that is delivered twice once', () => {
    const once = pushList(empty, { type: 'delivered', pushes: [first, first] });
    const closed = pushList(once, { type: 'toastClosed', id: 'first' });
    expect(pushList(closed, { type: 'delivered', pushes: [first] })).toBe(closed);
    expect(idsOf(closed.pushes)).toEqual(['first']);
    expect(closed.toasts).toEqual([]);
  });

  it('does not pop up again what popped up before the page was left', () => {
    const backAgain = { ...empty, popped: ['first'] };
    const list = pushList(backAgain, { type: 'delivered', pushes: [first, second] });
    expect(idsOf(list.toasts)).toEqual(['second']);
  });

  it('is read once it was opened', () => {
    const list = pushList(pushList(empty, { type: 'delivered', pushes: [old, first] }), {
      type: 'listOpened',
    });
    expect(unreadCount(list)).toBe(0);
    expect(list.toasts).toEqual([]);
    expect(unreadCount(pushList(list, { type: 'delivered', pushes: [second] }))).toBe(1);
  });
});

// A standard SQS queue: hands messages out at least once, in any order, hides what was handed out for a while,
// and moves to its dead letters what was handed out too often.

import type { Chance } from '../chance.ts';
import type { Scheduler } from '../scheduler.ts';

export type Attributes = Record<string, { DataType: string; StringValue: string }>;

export type Message = {
  readonly id: string;
  readonly body: string;
  readonly attributes: Attributes;
  readonly sentAtMs: number;
  receiveCount: number;
  visibleAtMs: number;
  /** Of the last handing out; each has another. */
  receiptHandle: string;
};

export type SimulatedQueue = {
  readonly name: string;
  send: (body: string, attributes: Attributes, delaySeconds?: number) => string;
  /** Up to so many visible messages, in any order, hidden from now on; a copy at times stays visible. */
  receive: (limit: number, doubled: number) => Message[];
  /** Harmless for a handle of before. */
  remove: (receiptHandle: string) => void;
  setVisibility: (receiptHandle: string, seconds: number) => void;
  /** All that is here, hidden or not. */
  messages: () => readonly Message[];
  /** When the next message can be handed out; null where there is none. */
  nextVisibleAtMs: () => number | null;
  /** Is told when there may be something to hand out, now or later. */
  onChange: (listener: () => void) => void;
};

type Options = {
  scheduler: Scheduler;
  chance: Chance;
  visibilityMs: number;
  redrive: { to: SimulatedQueue; maxReceiveCount: number } | null;
};

export function createSimulatedQueue(
  name: string,
  { scheduler, chance, visibilityMs, redrive }: Options,
): SimulatedQueue {
  const messages: Message[] = [];
  let listener = (): void => undefined;
  let sent = 0;
  let handles = 0;

  const withHandle = (receiptHandle: string): number =>
    messages.findIndex((message) => message.receiptHandle === receiptHandle);

  const handOut = (message: Message, doubled: number): Message => {
    handles += 1;
    message.receiveCount += 1;
    message.receiptHandle = `${name}-receipt-${handles}`;
    // One of the servers that keep a message may not have heard that it was handed out.
    message.visibleAtMs = scheduler.nowMs() + (chance.happens(doubled) ? 1 : visibilityMs);
    return { ...message };
  };

  return {
    name,
    send(body, attributes, delaySeconds = 0) {
      sent += 1;
      const id = `${name}-${sent}`;
      const sentAtMs = scheduler.nowMs();
      const visibleAtMs = sentAtMs + delaySeconds * 1000;
      messages.push({ id, body, attributes, sentAtMs, receiveCount: 0, visibleAtMs, receiptHandle: '' });
      listener();
      return id;
    },
    receive(limit, doubled) {
      const visible = messages.filter(({ visibleAtMs }) => visibleAtMs <= scheduler.nowMs());
      const taken: Message[] = [];
      while (taken.length < limit && visible.length > 0) {
        const [message] = visible.splice(chance.below(visible.length), 1);
        if (message === undefined) break;
        if (redrive !== null && message.receiveCount >= redrive.maxReceiveCount) {
          messages.splice(messages.indexOf(message), 1);
          redrive.to.send(message.body, message.attributes);
        } else taken.push(handOut(message, doubled));
      }
      return taken;
    },
    remove(receiptHandle) {
      const index = withHandle(receiptHandle);
      if (index !== -1) messages.splice(index, 1);
    },
    setVisibility(receiptHandle, seconds) {
      const message = messages[withHandle(receiptHandle)];
      if (message === undefined) return;
      message.visibleAtMs = scheduler.nowMs() + seconds * 1000;
      listener();
    },
    messages: () => messages,
    nextVisibleAtMs: () =>
      messages.length === 0 ? null : Math.min(...messages.map(({ visibleAtMs }) => visibleAtMs)),
    onChange: (next) => {
      listener = next;
    },
  };
}

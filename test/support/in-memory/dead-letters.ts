// The dead-letter queue in memory: what is handed out is hidden until it is released, moved, or its time is over.

import { readStripeEventMessage, toStripeEventMessage } from '../../../functions/contracts/messages.ts';
import { deadLetterOf, type DeadLetter } from '../../../functions/domain/dead-letter.ts';
import type { DeliveryHistory } from '../../../functions/domain/failed-delivery.ts';
import type { StripeEvent } from '../../../functions/domain/stripe-event.ts';
import type { Clock } from '../../../functions/use-cases/ports/environment.ts';
import type { RedrivableDeadLetterQueue } from '../../../functions/use-cases/ports/dead-letters.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

type Message = { letter: DeadLetter; heldAs: string | null };

export type InMemoryDeadLetterQueue = RedrivableDeadLetterQueue &
  FaultSwitch & {
    /** A message as its sender, or SQS itself, puts it there; answers its id. */
    add: (body: string, history?: Partial<DeliveryHistory>) => string;
    addEvent: (event: StripeEvent, history?: Partial<DeliveryHistory>) => string;
    /** The bodies that were put on the backlog lane, in order. */
    backlog: string[];
    /** What everybody can see right now. */
    visible: () => DeadLetter[];
    /** Shows again what is held, as SQS does after a while. */
    expireHolds: () => void;
    /** The next move ends between sending and deleting. */
    failBeforeDeleting: (fault: Error) => void;
    /** The lane doesn't take the event of this message. */
    refuse: (messageId: string) => void;
  };

export const noHistory: DeliveryHistory = {
  tries: 0,
  firstFailedAtMs: null,
  lastFailedAtMs: null,
  cause: null,
  customer: null,
};

const bodyOf = (event: StripeEvent): string => JSON.stringify(toStripeEventMessage(event));

/** Hands out at most so many at once; SQS hands out ten, or fewer. */
export function createInMemoryDeadLetterQueue(clock: Clock, handsOut = 10): InMemoryDeadLetterQueue {
  const messages = new Map<string, Message>();
  const backlog: string[] = [];
  const refused = new Set<string>();
  const { throwIfSet, ...faultSwitch } = createFaults();
  const deleting = createFaults();
  let numbers = 0;

  const next = (prefix: string): string => `${prefix}-${(numbers += 1)}`;
  const add = (body: string, history: Partial<DeliveryHistory> = {}): string => {
    const message = {
      messageId: next('message'),
      event: readStripeEventMessage(body),
      queuedAtMs: clock.nowMs(),
    };
    const letter = deadLetterOf(message, { ...noHistory, ...history });
    messages.set(letter.messageId, { letter, heldAs: null });
    return letter.messageId;
  };
  const isHeldAs = (messageId: string, receiptHandle: string): boolean =>
    messages.get(messageId)?.heldAs === receiptHandle;

  return {
    async receive() {
      throwIfSet();
      const free = [...messages.values()].filter(({ heldAs }) => heldAs === null).slice(0, handsOut);
      return Promise.resolve(
        free.map((message) => {
          message.heldAs = next('receipt');
          return { letter: message.letter, receiptHandle: message.heldAs };
        }),
      );
    },
    async release(letters) {
      for (const { letter, receiptHandle } of letters) {
        const message = messages.get(letter.messageId);
        if (message?.heldAs === receiptHandle) message.heldAs = null;
      }
      return Promise.resolve();
    },
    async moveToBacklog(letters) {
      throwIfSet();
      const taken = letters.filter(({ letter }) => letter.event !== null && !refused.has(letter.messageId));
      backlog.push(...taken.flatMap(({ letter: { event } }) => (event === null ? [] : [bodyOf(event)])));
      deleting.throwIfSet();
      for (const { letter, receiptHandle } of taken) {
        if (isHeldAs(letter.messageId, receiptHandle)) messages.delete(letter.messageId);
      }
      return Promise.resolve(new Set(taken.map(({ letter }) => letter.messageId)));
    },
    approximateSize: () => Promise.resolve(messages.size),
    ...faultSwitch,
    add,
    addEvent: (event, history) => add(bodyOf(event), history),
    backlog,
    visible: () => [...messages.values()].filter(({ heldAs }) => heldAs === null).map(({ letter }) => letter),
    expireHolds: () => {
      for (const message of messages.values()) message.heldAs = null;
    },
    failBeforeDeleting: deleting.failNext,
    refuse: (messageId) => {
      refused.add(messageId);
    },
  };
}

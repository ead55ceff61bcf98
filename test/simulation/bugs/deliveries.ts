// The ways around the fresh lane: the backlog, the dead letters, and back.

import { DeleteMessageBatchCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { Bug } from './bug.ts';
import { unawaited, withParts } from './patches.ts';

export const deliveryBugs: readonly Bug[] = [
  {
    name: 'backlog hand-over isn’t awaited',
    wrong: 'A message is deleted from the fresh lane before the backlog has it.',
    removes: 'the wait for SQS',
    breaks: ['events'],
    sabotage: withParts(({ deliveries }) => ({
      deliveries: {
        ...deliveries,
        toBacklog: (body, history) => unawaited(deliveries.toBacklog(body, history)),
      },
    })),
  },
  {
    name: 'dead letters are dropped',
    wrong: 'An event that is given up is gone.',
    removes: 'the dead-letter queue',
    breaks: ['events'],
    sabotage: withParts(({ deliveries }) => ({
      deliveries: { ...deliveries, toDeadLetters: () => Promise.resolve() },
    })),
  },
  {
    name: 'redrive deletes before it sends',
    wrong: 'Dead letters are taken off their queue before the lane has them.',
    removes: 'the order of sending and deleting',
    breaks: ['events'],
    sabotage: {
      outside: ({ sqs, ...outside }) => {
        const send = sqs.send.bind(sqs) as (command: object) => Promise<object>;
        let due: SendMessageBatchCommand | null = null;
        const swapped = async (command: object): Promise<object> => {
          if (command instanceof SendMessageBatchCommand) {
            due = command;
            return { Successful: command.input.Entries ?? [] };
          }
          const answer = await send(command);
          if (command instanceof DeleteMessageBatchCommand && due !== null) await send(due);
          return answer;
        };
        return { ...outside, sqs: Object.assign(Object.create(sqs) as typeof sqs, { send: swapped }) };
      },
    },
  },
  {
    name: 'redrive overlooks what the lane refused',
    wrong: 'All dead letters of a round are taken off their queue, also those that SQS did not take.',
    removes: 'the answer of a batch',
    breaks: ['events'],
    sabotage: {
      outside: ({ sqs, ...outside }) => {
        const send = sqs.send.bind(sqs) as (command: object) => Promise<object>;
        const trusting = async (command: object): Promise<object> => {
          const answer = await send(command);
          return command instanceof SendMessageBatchCommand
            ? { Successful: command.input.Entries ?? [] }
            : answer;
        };
        return { ...outside, sqs: Object.assign(Object.create(sqs) as typeof sqs, { send: trusting }) };
      },
    },
  },
];

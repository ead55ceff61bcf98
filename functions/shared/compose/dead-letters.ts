import {
  createDeadLetterQueue,
  createRedrivableDeadLetterQueue,
} from '../../adapters/sqs/dead-letter-queue.ts';
import { lanesEnv, parseSettings } from '../../contracts/env.ts';
import type { DeadLetterQueue, RedrivableDeadLetterQueue } from '../../use-cases/ports/dead-letters.ts';

const listEnv = lanesEnv.pick({ DEAD_LETTER_QUEUE_URL: true });
const redriveEnv = lanesEnv.pick({ DEAD_LETTER_QUEUE_URL: true, BACKLOG_QUEUE_URL: true });

export function composeDeadLetters(): { deadLetters: DeadLetterQueue } {
  const env = parseSettings(listEnv, process.env, 'The environment');
  return { deadLetters: createDeadLetterQueue(env.DEAD_LETTER_QUEUE_URL) };
}

export function composeRedrivableDeadLetters(): { deadLetters: RedrivableDeadLetterQueue } {
  const env = parseSettings(redriveEnv, process.env, 'The environment');
  const queueUrls = { deadLetters: env.DEAD_LETTER_QUEUE_URL, backlog: env.BACKLOG_QUEUE_URL };
  return { deadLetters: createRedrivableDeadLetterQueue(queueUrls) };
}

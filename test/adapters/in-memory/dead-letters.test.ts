import { createWorld } from '../../support/in-memory/world.ts';
import { describeDeadLetterQueue } from '../contracts/dead-letter-queue.ts';

describeDeadLetterQueue(() => {
  const { deadLetters } = createWorld();
  return {
    queue: deadLetters,
    add: (body, history) => {
      deadLetters.add(body, history ?? {});
      return Promise.resolve();
    },
    receiveFromBacklog: () => Promise.resolve(deadLetters.backlog.shift()),
  };
});

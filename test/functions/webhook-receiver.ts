// The webhook receiver on in-memory ports, with the secret that the tests sign with.

import { expect } from 'vitest';
import type { StripeMode } from '../../functions/contracts/env.ts';
import type { HttpAnswer } from '../../functions/contracts/http-event.ts';
import { createReceiveWebhook } from '../../functions/receive-webhook.ts';
import { nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';
import { createRecordingLog } from '../support/recording-log.ts';
import { functionUrlEvent } from './events/function-url.ts';
import { secret } from './events/signed-webhook.ts';

export type Receiver = {
  world: World;
  receive: (
    request: Parameters<typeof functionUrlEvent>[0],
    signingSecrets?: () => Promise<readonly string[]>,
  ) => Promise<HttpAnswer>;
  /** 400, counted, and nothing queued. */
  expectRefused: (answer: HttpAnswer) => void;
};

export function startReceiver(stripeMode: StripeMode = 'test'): Receiver {
  const world = createWorld({ nowMs });
  return {
    world,
    receive: (request, signingSecrets = () => Promise.resolve([secret])) =>
      createReceiveWebhook({ ...world, stripeMode, signingSecrets, log: createRecordingLog() })(
        functionUrlEvent(request),
      ),
    expectRefused: ({ statusCode }) => {
      expect(statusCode).toBe(400);
      expect(world.queue.sent).toEqual([]);
      expect(world.metrics.counted('RejectedWebhook')).toBe(1);
    },
  };
}

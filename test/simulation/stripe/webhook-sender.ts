// Stripe's webhooks: signed, in no order, at times twice, lost, late, or given up after some tries.

import { createHmac } from 'node:crypto';
import type { HttpAnswer } from '../../../functions/contracts/http-event.ts';
import { functionUrlEvent } from '../../functions/events/function-url.ts';
import type { Chance } from '../chance.ts';
import type { Weather } from '../faults.ts';
import type { Invocations } from '../invocations.ts';
import type { Scheduler } from '../scheduler.ts';
import type { SentEvent } from './simulated-stripe.ts';

export const webhookSecrets = ['whsec_new', 'whsec_old'] as const;

const minuteMs = 60_000;

type Options = {
  scheduler: Scheduler;
  invocations: Invocations;
  chance: Chance;
  weather: () => Weather;
  /** After so many tries an event is only listed. */
  tries: number;
  receive: (event: unknown) => Promise<HttpAnswer>;
  acknowledged: (sent: SentEvent) => void;
};

/** Answers what is to be called with each new event. */
export function createWebhookSender(options: Options): (sent: SentEvent) => void {
  const { scheduler, invocations, chance, weather, tries } = options;

  const sendIn = (milliseconds: number, sent: SentEvent, attempt: number): void => {
    scheduler.later(milliseconds, `Stripe sends ${sent.event.eventId}`, () => send(sent, attempt));
  };

  const send = (sent: SentEvent, attempt: number): void => {
    if (chance.happens(weather().lostWebhook)) {
      retry(sent, attempt);
      return;
    }
    const request = signed(sent.body, scheduler.nowMs(), chance);
    invocations.start(
      `receiver of ${sent.event.eventId}`,
      () => options.receive(request),
      (outcome) => {
        const taken = outcome.kind === 'answered' && outcome.answer.statusCode === 200;
        if (taken) {
          sent.acknowledged = true;
          options.acknowledged(sent);
        }
        // An answer that Stripe doesn't get is none to it.
        if (taken && !chance.happens(weather().lostWebhook / 2)) {
          sent.delivered = true;
          if (chance.happens(weather().doubleWebhook)) sendIn(chance.below(minuteMs), sent, tries);
        } else retry(sent, attempt);
      },
    );
  };

  const retry = (sent: SentEvent, attempt: number): void => {
    if (attempt < tries) sendIn((1 + chance.below(10)) * minuteMs * attempt, sent, attempt + 1);
  };

  return (sent) => {
    // Mostly within a second, at times minutes late, so that later events come first.
    const delayMs = chance.happens(0.15) ? chance.below(10 * minuteMs) : chance.below(1000);
    sendIn(delayMs, sent, 1);
  };
}

function signed(body: string, nowMs: number, chance: Chance): unknown {
  const timestamp = Math.floor(nowMs / 1000);
  const secret = chance.pick(webhookSecrets);
  const v1 = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  const signature = `t=${timestamp},v1=${v1}`;
  return functionUrlEvent({ body: chance.happens(0.2) ? Buffer.from(body) : body, signature });
}

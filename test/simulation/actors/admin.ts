// An admin, who has dead letters processed once more.

import type { Context } from 'aws-lambda';
import type { HttpAnswer } from '../../../functions/contracts/http-event.ts';
import { apiEvent, claims } from '../../functions/events/api-gateway.ts';
import type { Handlers } from '../wiring.ts';
import type { World } from '../world.ts';

const redriveRequest = apiEvent({
  route: 'POST /api/dead-letters/redrive',
  as: claims.admin(),
  body: { all: true },
});

export function redriveAll({ api }: Handlers): Promise<HttpAnswer> {
  return api['redrive-dead-letters'](redriveRequest, {} as Context);
}

export async function actAsAdmin(
  { scheduler, chance, invocations, handlers, queues }: World,
  paceMs: number,
): Promise<void> {
  const looks = chance.below(10);
  for (let look = 0; look < looks; look += 1) {
    await scheduler.sleep(chance.below(2 * paceMs), 'looks for dead letters');
    if (queues.deadLetters.messages().length === 0) continue;
    invocations.start(
      'redrive',
      () => redriveAll(handlers),
      () => undefined,
    );
  }
}

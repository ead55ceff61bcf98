// An operator in the console: asks for verification, clears, vouches, refreshes, redacts; and clicks twice at times.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Request } from '../api.ts';
import { think, type Stage } from './cast.ts';

export async function actAsOperator(
  stage: Stage,
  tenant: string,
  customers: readonly CustomerRef[],
  doings: number,
): Promise<void> {
  const { chance, api } = stage;
  for (let count = 0; count < doings; count += 1) {
    await think(stage);
    const ref = chance.pick(customers);
    const userId = `op-${tenant}-${count}`;
    const request: Request = {
      ...action(stage),
      as: { role: 'operator', subaccountId: tenant, userId },
      ref,
    };
    const clicks = chance.happens(0.25) ? 2 : 1;
    await Promise.all(Array.from({ length: clicks }, () => api.call(request)));
    if (chance.happens(0.4)) await api.call({ action: 'check-ride', as: request.as, ref });
  }
}

function action({ chance }: Stage): Pick<Request, 'action' | 'body'> {
  const die = chance.next();
  if (die < 0.4) {
    return { action: 'require-verification', body: { reason: chance.pick(['suspected_fraud', 'other']) } };
  }
  if (die < 0.55) return { action: 'clear-requirement', body: { notes: 'seen in person' } };
  if (die < 0.7) return { action: 'verify-manually', body: { notes: 'passport seen at the counter' } };
  if (die < 0.85) return { action: 'refresh-session' };
  return { action: 'redact-customer', body: { notes: 'closed his account' } };
}

// A call of AWS takes its time, and may break off before its effect or after it.

import type { Chance } from '../chance.ts';
import { drawBreak, type Weather } from '../faults.ts';
import type { Scheduler } from '../scheduler.ts';

export type AwsOptions = { scheduler: Scheduler; chance: Chance; weather: () => Weather };

/** As the SDK throws it when its own retries did not help. */
class Unreachable extends Error {
  override name = 'TimeoutError';
}

/** @param odds of breaking off, as they are when the call is carried out */
export async function callAws<Answer>(
  { scheduler, chance, weather }: AwsOptions,
  label: string,
  odds: (weather: Weather) => number,
  carryOut: () => Answer,
): Promise<Answer> {
  await scheduler.park(`${label} →`);
  const breaks = drawBreak(chance, odds(weather()));
  if (breaks === 'before') throw new Unreachable(`${label} was not answered`);
  const answer = carryOut();
  await scheduler.park(`${label} ←`);
  if (breaks === 'after') throw new Unreachable(`${label} was not answered`);
  return answer;
}

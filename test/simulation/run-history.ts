// One history from its seed: people act in a storm of faults, the storm ends, everything comes to rest, and then all
// has to be as Stripe says.

import { calmDown } from './aftermath.ts';
import { createChance } from './chance.ts';
import { drawWeather } from './faults.ts';
import type { Invariant } from './invariant.ts';
import type { Step } from './scheduler.ts';
import { settle, tenants } from './setting.ts';
import { actOut } from './storm.ts';
import { Violation } from './violation.ts';
import type { Sabotage } from './wiring.ts';
import { createWorld } from './world.ts';

export type HistoryReport = {
  seed: number;
  steps: number;
  calls: number;
  events: number;
  fingerprint: number;
  broken: { invariant: string; detail: string } | null;
};

export type HistoryOptions = {
  sabotage?: Sabotage;
  watch?: (step: Step) => void;
  /** Is told what invariants are told, before them. */
  spy?: Invariant;
};

/** Never rejects: what the simulation itself stumbles over is told as broken, too. */
export async function runHistory(
  seed: number,
  { sabotage = {}, watch, spy }: HistoryOptions = {},
): Promise<HistoryReport> {
  const chance = createChance(seed);
  const world = createWorld({
    chance,
    weather: drawWeather(chance),
    tenants,
    sabotage,
    watch: watch ?? null,
  });
  if (spy !== undefined) world.watchers.unshift(spy);
  let broken: HistoryReport['broken'] = null;
  try {
    await settle(world);
    world.begin();
    await actOut(world);
    await calmDown(world);
    for (const invariant of world.watchers) invariant.atRest?.();
  } catch (fault) {
    broken = describe(fault);
  }
  const { scheduler, journal, stripe } = world;
  return {
    seed,
    steps: scheduler.steps(),
    calls: journal.calls.length,
    events: stripe.events.length,
    fingerprint: scheduler.fingerprint(),
    broken,
  };
}

function describe(fault: unknown): { invariant: string; detail: string } {
  if (fault instanceof Violation) return { invariant: fault.invariant, detail: fault.message };
  const detail = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return { invariant: 'none: the simulation itself failed', detail };
}

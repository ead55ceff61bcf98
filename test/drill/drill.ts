// Webhooks by the thousand, shuffled and doubled, while the power fails again and again: is anything lost or done twice?

import { steer } from './api.ts';
import { createCourier, type Courier } from './courier.ts';
import { diceFrom } from './dice.ts';
import { drain } from './drain.ts';
import { openArchive, type Archive } from './evidence.ts';
import { load } from './load.ts';
import { planDrill, type DrillSize, type Plan } from './plan.ts';
import { openSite, type Site } from './site.ts';
import { countReports, listSessions, newestEvent } from './stripe-api.ts';
import { provideSubaccounts } from './subaccounts.ts';
import { judge, type Verdict } from './verdict.ts';

export type DrillReport = Verdict & {
  events: number;
  posts: number;
  acknowledged: number;
  /** Acknowledged deliveries of events that had been acknowledged before. */
  duplicates: number;
  /** For each power cut, how long the run was down. */
  downMs: readonly number[];
  /** From the first delivery to the last acknowledgement, power cuts included. */
  loadMs: number;
  /** From the last acknowledgement until all of it had its effect and its pushes. */
  drainMs: number;
  cpuSeconds: number;
  /** Runs of what would bring lost events back; none, or the drill shows less than it seems to. */
  reconcilerRuns: number;
  /** Kept where there are findings. */
  stateDir: string | undefined;
};

/** @param tell is given a line of progress now and then */
export async function runDrill(size: DrillSize, tell: (line: string) => void): Promise<DrillReport> {
  tell('starting the run');
  const site = await openSite();
  try {
    return await drillAt(site, planDrill(size), size.seed, tell);
  } catch (fault) {
    await site.end({ keepState: true });
    tell(`the run's state is kept in ${site.stateDir}`);
    throw fault;
  }
}

async function drillAt(
  site: Site,
  plan: Plan,
  seed: number,
  tell: (line: string) => void,
): Promise<DrillReport> {
  // Delivering is the drill's: a sender that dies with the receiver couldn't tell what had been acknowledged.
  await steer(site, 'PUT', '/delivery', { drop_rate: 1 });
  await provideSubaccounts(site);
  const courier = createCourier(site, diceFrom(seed), await newestEvent(site));
  const startedMs = performance.now();
  await load(site, plan, courier, { dice: diceFrom(seed + 1), tell });
  const loadMs = performance.now() - startedMs;

  tell('draining');
  const archive = openArchive(site);
  await drain(archive, courier.acknowledgedEvents(), tell);
  const drainMs = performance.now() - startedMs - loadMs;

  const verdict = await judgeRun(site, plan, courier, archive);
  const cpuSeconds = site.cpuSeconds();
  const reconcilerRuns = archive.scheduledRuns();
  archive.close();
  const isClean = Object.values(verdict).flat().length === 0;
  await site.end({ keepState: !isClean });
  return {
    ...verdict,
    events: courier.acknowledgedEvents().size,
    posts: courier.posts(),
    acknowledged: courier.acknowledged(),
    duplicates: courier.acknowledged() - courier.acknowledgedEvents().size,
    downMs: site.downMs(),
    loadMs,
    drainMs,
    cpuSeconds,
    reconcilerRuns,
    stateDir: isClean ? undefined : site.stateDir,
  };
}

async function judgeRun(site: Site, plan: Plan, courier: Courier, archive: Archive): Promise<Verdict> {
  const [items, pushes, sessions, reports, deadLetters] = await Promise.all([
    archive.items(),
    archive.pushes(),
    listSessions(site),
    countReports(site),
    archive.deadLetters(),
  ]);
  return judge({
    customers: plan.customers,
    acknowledged: courier.acknowledgedEvents(),
    items,
    pushes,
    stripe: { sessions, reports },
    deadLetters,
  });
}

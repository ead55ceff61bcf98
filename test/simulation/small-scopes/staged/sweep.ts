// Runs a scene once as it goes, and then once for each way in which it can be cut. What a case is called says where
// it was cut: `SMALL_SCOPE='<its name>' npx vitest run test/simulation/small-scopes` tells that case step by step.

import type { Step } from '../../scheduler.ts';
import type { Cut } from './director.ts';
import type { Deed, Stage } from './stage.ts';

export type Scene = {
  name: string;
  /** A stage on which the deed is about to be done. */
  open: (watch: ((step: Step) => void) | null) => Promise<Stage>;
  deed: Deed;
  /** What follows, whatever has become of the deed. @throws where it doesn't end well */
  finish: (stage: Stage, outcome: { done: boolean }) => Promise<void>;
};

export type Sweep = { cases: number; faults: string[] };

/** Which cuts there are at a step of the deed as it goes. */
export type Cuts = (step: string, at: number) => readonly PlannedCut[];

type PlannedCut = { name: string; cut: (stage: Stage) => Cut };

/** At each step: once before what it does, and so after what the step before it did. */
export const dying: Cuts = (step, at) => [
  { name: `dies before ${at} (${step})`, cut: () => ({ at, it: 'dies' }) },
];

/** Somebody does something from start to end before a step. */
export function waiting(who: string, deed: Deed): Cuts {
  return (step, at) => [
    {
      name: `waits for ${who} before ${at} (${step})`,
      cut: (stage) => ({ at, it: 'waits', meanwhile: stage.meanwhile(deed) }),
    },
  ];
}

const stripeTroubles = [
  'rate_limited',
  'failed_before',
  'failed_after',
  'timed_out_before',
  'timed_out_after',
];
const readTroubles = ['throttled', 'failed', 'timed_out'];
const writeTroubles = [...readTroubles, 'timed_out_after', 'conflict', 'repeated'];

/** Each call of Stripe goes wrong in each way. */
export const failingAtStripe: Cuts = (step, at) => (step.startsWith('Stripe') ? failing(step, at) : []);

/** The call that makes a session goes wrong in each way. */
export const failingToCreate: Cuts = (step, at) =>
  step.includes('creates a session') ? failing(step, at) : [];

/** Each call of Stripe or the table goes wrong in each way. */
export const failing: Cuts = (step, at) =>
  troublesOf(step).map((trouble) => ({
    name: `gets "${trouble}" at ${at} (${step})`,
    cut: () => ({ at, it: 'gets', trouble }),
  }));

function troublesOf(step: string): readonly string[] {
  if (!step.endsWith('→')) return [];
  if (step.startsWith('Stripe')) return stripeTroubles;
  if (/^(Get|BatchGet|Query)/.test(step)) return readTroubles;
  return /^(Put|Update|Delete|TransactWrite)/.test(step) ? writeTroubles : [];
}

export async function sweep(scene: Scene, ...ways: readonly Cuts[]): Promise<Sweep> {
  const uncut = await play(scene, 'goes as it goes', []);
  const cut = await sweepEach(
    scene,
    (step, at) => ways.flatMap((way) => way(step, at)),
    async (one) => [await play(scene, one.name, [one.cut])],
  );
  return { cases: cut.cases + 1, faults: [...(uncut.fault === null ? [] : [uncut.fault]), ...cut.faults] };
}

/** Cuts the deed in each of these ways, and each time a second time further on. */
export async function sweepFurther(scene: Scene, first: Cuts, further: Cuts): Promise<Sweep> {
  return sweepEach(scene, first, async (one) => {
    const { steps } = await play(scene, one.name, [one.cut]);
    const later = steps.flatMap((step, at) => (at > one.at ? further(step, at) : []));
    return Promise.all(later.map(({ name, cut }) => play(scene, `${one.name}, ${name}`, [one.cut, cut])));
  });
}

/** Cuts the deed in each of these ways, and then the same deed when it is done again. */
export async function sweepAgain(scene: Scene, first: Cuts, again: Cuts): Promise<Sweep> {
  return sweepEach(scene, first, async ({ name, cut }) => {
    const cutBefore: Scene = {
      ...scene,
      name: `${scene.name}, ${name}, and again`,
      open: async (watch) => {
        const stage = await scene.open(watch);
        await stage.act(scene.deed, [cut(stage)]);
        return stage;
      },
    };
    const { cases, faults } = await sweep(cutBefore, again);
    return Array.from({ length: cases }, (_, index) => ({ fault: faults[index] ?? null }));
  });
}

async function sweepEach(
  scene: Scene,
  ways: Cuts,
  goOn: (one: PlannedCut & { at: number }) => Promise<readonly { fault: string | null }[]>,
): Promise<Sweep> {
  const { steps } = await play(scene, 'goes as it goes', []);
  const played: { fault: string | null }[] = [];
  for (const [at, step] of steps.entries()) {
    for (const one of ways(step, at)) played.push(...(await goOn({ ...one, at })));
  }
  return { cases: played.length, faults: played.flatMap(({ fault }) => (fault === null ? [] : [fault])) };
}

async function play(
  { name: scene, open, deed, finish }: Scene,
  how: string,
  cuts: readonly PlannedCut['cut'][],
): Promise<{ steps: readonly string[]; fault: string | null }> {
  const name = `${scene}: ${how}`;
  const stage = await open(name === process.env['SMALL_SCOPE'] ? tell : null);
  let steps: readonly string[] = [];
  try {
    const acted = await stage.act(
      deed,
      cuts.map((cut) => cut(stage)),
    );
    steps = acted.steps;
    await finish(stage, acted);
    for (const invariant of stage.watchers) invariant.atRest?.();
    return { steps, fault: null };
  } catch (fault) {
    return { steps, fault: `${name}: ${fault instanceof Error ? fault.message : String(fault)}` };
  }
}

function tell({ atMs, task, label }: Step): void {
  process.stdout.write(`${new Date(atMs).toISOString().slice(11, 23)}  ${task}: ${label}\n`);
}

// What operators decide about a rider who has a session open, alone, twice, or against each other.

import { isDeepStrictEqual } from 'node:util';
import { calling, deliverTheRest, insist } from './deeds.ts';
import { expectSame, openStage, rider, type Deed, type Stage } from './stage.ts';
import type { Scene } from './sweep.ts';

type Choice = 'require' | 'clear' | 'vouch';
type End = readonly [status: string | null, requirement: string];

const everybody = { verificationMode: 'all_users' } as const;

/** What each does, and how it ends where no other decides. */
const choices: Record<Choice, { action: string; end: End }> = {
  require: { action: 'require-verification', end: [null, 'required'] },
  clear: { action: 'clear-requirement', end: ['pending', 'cleared'] },
  vouch: { action: 'verify-manually', end: ['verified', 'none'] },
};

export const decisions = [
  { ...decision('requires verification', 'require'), cases: { alone: 14, together: 5 } },
  { ...decision('clears a requirement', 'clear'), cases: { alone: 14, together: 5 } },
  { ...decision('vouches for a rider', 'vouch'), cases: { alone: 14, together: 5 } },
];

/** `ends`: of the two orders in which the decisions can be taken one after the other. */
export const twoDecisions = [
  { ...against('require', 'vouch', [choices.require.end, choices.vouch.end]), cases: 5 },
  { ...against('vouch', 'require', [choices.require.end, choices.vouch.end]), cases: 5 },
  { ...against('require', 'clear', [choices.require.end, [null, 'cleared']]), cases: 5 },
  { ...against('clear', 'require', [choices.require.end, [null, 'cleared']]), cases: 5 },
  { ...against('vouch', 'clear', [choices.vouch.end]), cases: 5 },
  { ...against('clear', 'vouch', [choices.vouch.end]), cases: 5 },
];

function decision(name: string, choice: Choice): { name: string; deed: Deed; scene: Scene } {
  const deed = calling(choice, 200);
  const { action, end } = choices[choice];
  const finish = async (stage: Stage): Promise<void> => {
    await insist(stage, deed);
    await deliverTheRest(stage);
    const changes = stage.journal.commitsOf(rider).filter(({ call }) => call?.action === action);
    expectSame([...endOf(stage), changes.length], [...end, 1]);
  };
  return { name, deed, scene: { name, open, deed, finish } };
}

function against(
  choice: Choice,
  otherChoice: Choice,
  ends: readonly End[],
): { name: string; other: Deed; scene: Scene } {
  const name = `${choice} and meanwhile ${otherChoice}`;
  const other = calling(otherChoice, 200, 409);
  const finish = async (stage: Stage): Promise<void> => {
    const { action } = choices[otherChoice];
    // Where nothing was cut, he decides afterwards.
    if (!stage.journal.calls.some((call) => call.action === action)) await insist(stage, other);
    await deliverTheRest(stage);
    const end = endOf(stage);
    expectSame(ends.find((one) => isDeepStrictEqual(one, end)) ?? ends, end);
  };
  const scene = { name, open, deed: calling(choice, 200, 409), finish };
  return { name, other, scene };
}

/** The event of the session is still on its way: with it, the session of a rider who needs none is closed. */
async function open(watch: Parameters<typeof openStage>[1]): Promise<Stage> {
  const stage = await openStage(everybody, watch);
  await insist(stage, calling('signUp', 201));
  await insist(stage, calling('ask', 201));
  return stage;
}

function endOf(stage: Stage): End {
  const { identityStatus, requirement } = stage.customer();
  return [identityStatus, requirement.state];
}

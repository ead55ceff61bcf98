// The ride as a state machine: which screen or sheet is up, and what each event makes of it. Pure.
import type { RiderCustomer } from '../api/rider-api.ts';
import type { BlockCode } from '../../../functions/domain/ride-gate.ts';
import type { Fault } from '../api/fault.ts';

/** Why the rider may not ride. */
export interface Block {
  readonly code: BlockCode;
  /** What was wrong with the last check, with the next step in RideGate's words. */
  readonly lastError: RiderCustomer['identity_last_error'];
}

/** `busy`: an answer is awaited. `fault`: what went wrong with the last try. */
export type RideFlow =
  | { readonly at: 'opening' }
  | { readonly at: 'stuck'; readonly fault: Fault }
  | { readonly at: 'ready'; readonly busy: boolean; readonly fault: Fault | null }
  | { readonly at: 'blocked'; readonly block: Block; readonly busy: boolean; readonly fault: Fault | null }
  | { readonly at: 'checking'; readonly late: boolean }
  | {
      readonly at: 'cleared';
      readonly verified: boolean;
      readonly busy: boolean;
      readonly fault: Fault | null;
    }
  | { readonly at: 'riding'; readonly startedAtMs: number }
  | { readonly at: 'arrived'; readonly durationMs: number };

/** The gate's answer as the customer's own record shows it. */
export type Standing =
  { readonly allowed: true; readonly code: string } | { readonly allowed: false; readonly block: Block };

export type RideEvent =
  | { readonly type: 'opened'; readonly returned: boolean }
  | { readonly type: 'asked' }
  | { readonly type: 'faulted'; readonly fault: Fault }
  | { readonly type: 'allowed'; readonly atMs: number }
  | { readonly type: 'blocked'; readonly block: Block }
  /** A verification was handed in, or may have been. */
  | { readonly type: 'awaited' }
  | { readonly type: 'delayed' }
  /** The rider is to see how he stands: a check has come to its end, or he asked. */
  | { readonly type: 'shown'; readonly standing: Standing }
  /** The customer's record has changed meanwhile. */
  | { readonly type: 'noticed'; readonly standing: Standing }
  | { readonly type: 'ended'; readonly atMs: number }
  | { readonly type: 'dismissed' };

const ready = { at: 'ready', busy: false, fault: null } as const satisfies RideFlow;

export function rideFlow(flow: RideFlow, event: RideEvent): RideFlow {
  switch (event.type) {
    case 'opened':
      return event.returned ? { at: 'checking', late: false } : ready;
    case 'asked':
      return 'busy' in flow ? { ...flow, busy: true, fault: null } : { at: 'opening' };
    case 'faulted':
      return faulted(flow, event.fault);
    case 'allowed':
      return { at: 'riding', startedAtMs: event.atMs };
    case 'blocked':
      return shown({ allowed: false, block: event.block });
    case 'awaited':
      return { at: 'checking', late: false };
    case 'delayed':
      return flow.at === 'checking' ? { at: 'checking', late: true } : flow;
    case 'shown':
      return flow.at === 'riding' ? flow : shown(event.standing);
    case 'noticed':
      return noticed(flow, event.standing);
    case 'ended':
      return flow.at === 'riding' ? { at: 'arrived', durationMs: event.atMs - flow.startedAtMs } : flow;
    case 'dismissed':
      return flow.at === 'riding' ? flow : ready;
  }
}

function faulted(flow: RideFlow, fault: Fault): RideFlow {
  switch (flow.at) {
    case 'opening':
      return { at: 'stuck', fault };
    case 'checking':
      return { ...ready, fault };
    case 'ready':
    case 'blocked':
    case 'cleared':
      return { ...flow, busy: false, fault };
    case 'stuck':
    case 'riding':
    case 'arrived':
      return flow;
  }
}

function shown(standing: Standing): RideFlow {
  if (!standing.allowed) return { at: 'blocked', block: standing.block, busy: false, fault: null };
  return { at: 'cleared', verified: standing.code === 'verified', busy: false, fault: null };
}

/** News corrects a sheet that is out of date, and nothing else: nobody is pulled off a ride or a wait. */
function noticed(flow: RideFlow, standing: Standing): RideFlow {
  if (flow.at !== 'blocked') return flow;
  return standing.allowed ? shown(standing) : { ...flow, block: standing.block };
}

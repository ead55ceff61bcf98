// Runs the ride flow for one rider: each of the rider's acts becomes API calls, and their answers events.
import { useCallback, useEffect, useReducer, useState } from 'react';
import type { Fault } from '../api/fault.ts';
import type { RiderApi, RiderCustomer } from '../api/rider-api.ts';
import { returnUrl, type Rider } from '../place.ts';
import { recall, remember } from '../tab-memory.ts';
import { awaitCheck } from './await-check.ts';
import { rideFlow, type RideEvent, type RideFlow } from './ride-flow.ts';
import { beforeCheck, beforeCheckOf, standingOf } from './standing.ts';

export interface RideControls {
  readonly flow: RideFlow;
  /** Null until it was read. */
  readonly customer: RiderCustomer | null;
  readonly open: () => Promise<void>;
  readonly startRide: () => Promise<void>;
  /** Leaves the page for the one that verifies. */
  readonly verify: () => Promise<void>;
  /** Looks again whether the check has a result. */
  readonly awaitResult: () => void;
  /** Shows what keeps the rider from riding, or that nothing does. */
  readonly showStanding: () => Promise<void>;
  /** Reads the customer anew, because something happened. */
  readonly refresh: () => Promise<void>;
  readonly endRide: () => void;
  readonly dismiss: () => void;
}

export function useRideFlow(rider: Rider, api: RiderApi, returned: boolean): RideControls {
  const [flow, dispatch] = useReducer(rideFlow, { at: 'opening' });
  const [customer, setCustomer] = useState<RiderCustomer | null>(null);
  const memoryKey = `ridegate.check.${rider.subaccountId}.${rider.id}`;

  const read = useCallback(async () => {
    const answer = await api.getCustomer();
    if (answer.ok) setCustomer(answer.value);
    return answer;
  }, [api]);

  const open = useCallback(async () => {
    dispatch({ type: 'asked' });
    const answer = await read();
    dispatch(answer.ok ? { type: 'opened', returned } : { type: 'faulted', fault: answer.fault });
  }, [read, returned]);

  const refresh = useCallback(async () => {
    const answer = await read();
    if (answer.ok) dispatch({ type: 'noticed', standing: standingOf(answer.value) });
  }, [read]);

  useEffect(() => {
    void open();
  }, [open]);

  const checking = flow.at === 'checking';
  useEffect(() => {
    if (!checking) return;
    const stop = new AbortController();
    void awaitCheck({
      getCustomer: read,
      before: recall(memoryKey, beforeCheck),
      signal: stop.signal,
      onLate: () => dispatch({ type: 'delayed' }),
    }).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) dispatch({ type: 'shown', standing: standingOf(answer.value) });
      else dispatch({ type: 'faulted', fault: answer.fault });
    });
    return () => stop.abort();
  }, [checking, memoryKey, read]);

  // The browser's "back" on the verification page brings this page as it was left, still waiting to leave.
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) dispatch({ type: 'awaited' });
    };
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, []);

  const showStanding = async () => {
    const answer = await read();
    if (answer.ok) dispatch({ type: 'shown', standing: standingOf(answer.value) });
    else dispatch({ type: 'faulted', fault: answer.fault });
  };

  const startRide = async () => {
    dispatch({ type: 'asked' });
    const check = await api.checkRide();
    if (!check.ok) dispatch({ type: 'faulted', fault: check.fault });
    else if ('allowed' in check.value) dispatch({ type: 'allowed', atMs: Date.now() });
    else {
      const { code } = check.value;
      const answer = await read();
      const lastError = answer.ok ? answer.value.identity_last_error : null;
      dispatch({ type: 'blocked', block: { code, lastError } });
    }
  };

  const verify = async () => {
    dispatch({ type: 'asked' });
    const before = await read();
    if (before.ok) remember(memoryKey, beforeCheckOf(before.value));
    const started = before.ok ? await api.startVerification(returnUrl(rider, window.location)) : before;
    if (started.ok) window.location.assign(started.value.url);
    else dispatch(afterRefusal(started.fault));
  };

  return {
    flow,
    customer,
    open,
    startRide,
    verify,
    awaitResult: () => dispatch({ type: 'awaited' }),
    showStanding,
    refresh,
    endRide: () => dispatch({ type: 'ended', atMs: Date.now() }),
    dismiss: () => dispatch({ type: 'dismissed' }),
  };
}

/** Some refusals only say that the sheet was out of date: these lead on instead of ending in an error. */
function afterRefusal(fault: Fault): RideEvent {
  switch (fault.code) {
    case 'verification_processing':
    case 'already_verified':
    case 'verification_not_required':
      return { type: 'awaited' };
    case 'attempt_limit_reached':
    case 'verification_failed':
      return { type: 'blocked', block: { code: 'verification_failed', lastError: null } };
    default:
      return { type: 'faulted', fault };
  }
}

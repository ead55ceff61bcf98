import { describe, expect, it } from 'vitest';
import { rideFlow, type Block, type RideEvent, type RideFlow } from '../../../local/rider/flow/ride-flow.ts';

const opening: RideFlow = { at: 'opening' };
const fault = { code: 'offline', sentence: 'No network.' };
const required: Block = { code: 'verification_required', lastError: null };
const retry: Block = {
  code: 'verification_requires_input',
  lastError: { code: 'selfie_face_mismatch', reason: null, message: 'Take another selfie.' },
};

function after(flow: RideFlow, ...events: readonly RideEvent[]): RideFlow {
  return events.reduce(rideFlow, flow);
}

const ready = after(opening, { type: 'opened', returned: false });
const blocked = after(ready, { type: 'asked' }, { type: 'blocked', block: required });
const checking = after(opening, { type: 'opened', returned: true });
const riding = after(ready, { type: 'asked' }, { type: 'allowed', atMs: 1_000 });

describe('a ride that is allowed', () => {
  it('goes from the start button to the ride, and from its end to the price', () => {
    expect(after(ready, { type: 'asked' })).toMatchObject({ at: 'ready', busy: true });
    expect(riding).toEqual({ at: 'riding', startedAtMs: 1_000 });
    const arrived = after(riding, { type: 'ended', atMs: 61_000 });
    expect(arrived).toEqual({ at: 'arrived', durationMs: 60_000 });
    expect(after(arrived, { type: 'dismissed' })).toEqual(ready);
  });

  it('is not interrupted by news or by closing a sheet', () => {
    const news: RideEvent = { type: 'noticed', standing: { allowed: false, block: required } };
    expect(after(riding, news)).toEqual(riding);
    expect(after(riding, { type: 'dismissed' })).toEqual(riding);
    expect(after(riding, { type: 'shown', standing: { allowed: false, block: required } })).toEqual(riding);
  });
});

describe('a ride that is blocked', () => {
  it('shows the reason until the rider closes it', () => {
    expect(blocked).toEqual({ at: 'blocked', block: required, busy: false, fault: null });
    expect(after(blocked, { type: 'dismissed' })).toEqual(ready);
  });

  it('becomes free to ride when news says so', () => {
    const standing = { allowed: true, code: 'requirement_cleared' } as const;
    expect(after(blocked, { type: 'noticed', standing })).toMatchObject({ at: 'cleared', verified: false });
  });

  it('shows the newer reason when news brings one, and keeps waiting for its answer', () => {
    const busy = after(blocked, { type: 'asked' });
    const news: RideEvent = { type: 'noticed', standing: { allowed: false, block: retry } };
    expect(after(busy, news)).toEqual({ at: 'blocked', block: retry, busy: true, fault: null });
  });
});

describe('coming back from the verification page', () => {
  it('waits for the result', () => {
    expect(checking).toEqual({ at: 'checking', late: false });
    expect(after(checking, { type: 'delayed' })).toEqual({ at: 'checking', late: true });
  });

  it('is not cut short by news, because an old result may still stand there', () => {
    const news: RideEvent = { type: 'noticed', standing: { allowed: false, block: retry } };
    expect(after(checking, news)).toEqual(checking);
  });

  it('ends with the verification, or with the next step', () => {
    const verified: RideEvent = { type: 'shown', standing: { allowed: true, code: 'verified' } };
    expect(after(checking, verified)).toMatchObject({ at: 'cleared', verified: true });
    const failed: RideEvent = { type: 'shown', standing: { allowed: false, block: retry } };
    expect(after(checking, failed)).toMatchObject({ at: 'blocked', block: retry });
  });
});

describe('a call that fails', () => {
  it('keeps the screen and takes the next try: the fault goes away with it', () => {
    const failed = after(blocked, { type: 'asked' }, { type: 'faulted', fault });
    expect(failed).toEqual({ at: 'blocked', block: required, busy: false, fault });
    expect(after(failed, { type: 'asked' })).toEqual({
      at: 'blocked',
      block: required,
      busy: true,
      fault: null,
    });
  });

  it('leaves an app that could not open stuck, until it is tried again', () => {
    const stuck = after(opening, { type: 'faulted', fault });
    expect(stuck).toEqual({ at: 'stuck', fault });
    expect(after(stuck, { type: 'asked' })).toEqual(opening);
  });

  it('ends a wait at the start screen, where the fault is shown', () => {
    expect(after(checking, { type: 'faulted', fault })).toEqual({ at: 'ready', busy: false, fault });
  });
});

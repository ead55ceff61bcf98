import { describe, expect, it } from 'vitest';
import {
  chargeEventTypes,
  handledEventTypes,
  isChargeEvent,
  isHandledEventType,
  sessionEventTypes,
} from '../../functions/domain/stripe-event.ts';

describe('a type of event', () => {
  it.each(handledEventTypes)('%s is ours', (type) => {
    expect(isHandledEventType(type)).toBe(true);
  });

  it.each(['charge.refunded', 'charge', 'identity.verification_session', 'toString', ''])(
    '%j is not ours',
    (type) => {
      expect(isHandledEventType(type)).toBe(false);
    },
  );

  it('is about a charge or about a session', () => {
    expect(chargeEventTypes.filter(isChargeEvent)).toEqual(chargeEventTypes);
    expect(sessionEventTypes.filter(isChargeEvent)).toEqual([]);
  });
});

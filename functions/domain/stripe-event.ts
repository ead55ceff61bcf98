// Stripe's events as they travel through our queue: ids only, the state is read from Stripe.

/** The events of sessions that we handle, by Stripe's names. */
export const sessionEventTypes = [
  'identity.verification_session.created',
  'identity.verification_session.processing',
  'identity.verification_session.verified',
  'identity.verification_session.requires_input',
  'identity.verification_session.canceled',
  'identity.verification_session.redacted',
] as const;

/** The events of payments that we handle, by Stripe's names. */
export const chargeEventTypes = ['charge.succeeded', 'charge.failed'] as const;

/** What the webhook endpoint is to be registered for. */
export const handledEventTypes = [...sessionEventTypes, ...chargeEventTypes] as const;
export type HandledEventType = (typeof handledEventTypes)[number];

/** One event, reduced to what is needed to read the rest from Stripe. */
export type StripeEvent = {
  /** `evt_…`; one id has one effect. */
  eventId: string;
  type: HandledEventType;
  /** The session or charge that the event is about. */
  objectId: string;
  /** Unix seconds, as Stripe counts; not fit for ordering. */
  created: number;
  livemode: boolean;
};

/** An event of ours, or of another type that Stripe was asked to send by mistake. */
export type ReceivedEvent = { handled: StripeEvent } | { unhandledType: string };

export function isHandledEventType(type: string): type is HandledEventType {
  return handledEventTypes.some((handled) => handled === type);
}

export function isChargeEvent(type: HandledEventType): type is (typeof chargeEventTypes)[number] {
  return chargeEventTypes.some((charge) => charge === type);
}

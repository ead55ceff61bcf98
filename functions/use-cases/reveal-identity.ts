import { changeCustomer } from '../domain/customer-change.ts';
import { isRedacted } from '../domain/captured-data.ts';
import { customerRef, type Customer, type CustomerRef } from '../domain/customer.ts';
import { Conflict, NotFound, StripeRefused, StripeUnavailable } from '../domain/faults.ts';
import {
  pickFields,
  verifiedFieldNames,
  type VerifiedData,
  type VerifiedField,
} from '../domain/verified-data.ts';
import type { Metrics, Pause } from './ports/environment.ts';
import type { IdentityDataRepository } from './ports/identity-data.ts';
import type { IdentityProvider, ImageLinks } from './ports/stripe.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type RevealIdentityDeps = SaveDeps & {
  identityData: IdentityDataRepository;
  identity: Pick<IdentityProvider, 'retrieveSession' | 'createImageLinks'>;
  metrics: Metrics;
  pause: Pause;
};

/** Who wants to see what, and why. */
export type RevealRequest = {
  userId: string;
  reason: string;
  /** Of verified data; may be none. */
  fields: readonly VerifiedField[];
  images: boolean;
};

/** Why there are no images to see. */
type ImagesUnavailable = Exclude<ImageLinks['unavailable'], null> | 'stripe_unavailable' | 'stripe_refused';

/** `data` has the fields that were asked for; it is null where only images can be shown, or were asked for. */
export type RevealedIdentity = {
  customer: Customer;
  sessionId: string;
  source: 'stored' | 'stripe' | null;
  data: VerifiedData | null;
  /** Null where it was read from Stripe just now. */
  capturedAtMs: number | null;
  images: ImageLinks['images'];
  imagesUnavailable: ImagesUnavailable | null;
  revealedAtMs: number;
};

/**
 * Shows an operator what a customer's document told: what is kept, else what Stripe tells, which isn't kept then.
 * The audit entry is saved before anything is answered, at the version at which the customer was read: where that
 * fails nothing is disclosed, also where the customer was redacted meanwhile.
 * @throws NotFound `customer_not_found` | `identity_data_not_found`, Conflict `no_session`, and Stripe's faults where
 *   nothing can be shown without it
 */
export async function revealIdentity(
  deps: RevealIdentityDeps,
  ref: CustomerRef,
  request: RevealRequest,
): Promise<RevealedIdentity> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const found = await findIdentity(deps, context.customer, request);
    const revealed = [
      ...(found.data === null ? [] : request.fields.map((field) => verifiedFieldNames[field])),
      ...(found.images.length === 0 ? [] : ['images']),
    ];
    if (revealed.length === 0) throw noIdentityData();
    const revealedAtMs = deps.clock.nowMs();
    const change = changeCustomer(
      context.customer,
      'identity_revealed',
      {},
      { notes: request.reason, revealed },
    );
    const actor = { kind: 'operator', id: request.userId } as const;
    const { customer } = await saveChange(deps, context, change, { actor });
    deps.metrics.count('PersonalDataShown');
    return { ...found, customer, revealedAtMs };
  });
}

type Found = Omit<RevealedIdentity, 'customer' | 'revealedAtMs'>;

async function findIdentity(
  deps: RevealIdentityDeps,
  customer: Customer,
  request: RevealRequest,
): Promise<Found> {
  const found = await findData(deps, customer, request);
  if (!request.images) return { ...found, images: [], imagesUnavailable: null };
  try {
    const { images, unavailable } = await deps.identity.createImageLinks(found.sessionId, deps.clock.nowMs());
    return { ...found, images, imagesUnavailable: unavailable };
  } catch (fault) {
    if (found.data === null) throw fault;
    return { ...found, images: [], imagesUnavailable: unavailableBy(fault) };
  }
}

async function findData(
  { identityData, identity }: RevealIdentityDeps,
  customer: Customer,
  { fields }: RevealRequest,
): Promise<Omit<Found, 'images' | 'imagesUnavailable'>> {
  const kept = await identityData.load(customerRef(customer), fields);
  const sessionId = kept?.sessionId ?? readableSession(customer);
  if (fields.length === 0) return { sessionId, source: null, data: null, capturedAtMs: null };
  if (kept !== null) return { ...kept, source: 'stored' };
  const { verifiedData } = await identity.retrieveSession(sessionId, { wanted: 'verified_data' });
  if (verifiedData === null) return { sessionId, source: null, data: null, capturedAtMs: null };
  return { sessionId, source: 'stripe', data: pickFields(verifiedData, fields), capturedAtMs: null };
}

/** The session that Stripe may still be asked for. @throws Conflict, NotFound */
function readableSession({ session, redaction }: Customer): string {
  if (session === null && redaction === null) {
    throw new Conflict('no_session', 'This customer has no verification session.');
  }
  if (session === null || isRedacted({ redaction }, session.number)) throw noIdentityData();
  return session.id;
}

/** What is kept is shown also while Stripe can't be asked for images. */
function unavailableBy(fault: unknown): ImagesUnavailable {
  if (fault instanceof StripeUnavailable) return 'stripe_unavailable';
  if (fault instanceof StripeRefused) return 'stripe_refused';
  throw fault;
}

function noIdentityData(): NotFound {
  return new NotFound('identity_data_not_found', 'Nothing is known of this customer’s document.');
}

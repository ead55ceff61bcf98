/** `/v1/ephemeral_keys`: what Stripe's native libraries open a verification session with. */
import * as z from 'zod';
import type { Stripe } from 'stripe';
import { defineEndpoint, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { text } from '../api/parameters.ts';
import { newId, randomText } from '../ids.ts';
import { findSession } from './session-store.ts';

const LIFETIME_SECONDS = 60 * 60;

interface SessionEphemeralKey extends Stripe.EphemeralKey {
  /** Sent by Stripe, though its types leave it out. */
  associated_objects: { id: string; type: string }[];
}

export const ephemeralKeyEndpoints: readonly Endpoint[] = [
  defineEndpoint({
    method: 'POST',
    path: '/v1/ephemeral_keys',
    parameters: z.strictObject({ verification_session: text }),
    run({ verification_session }, { simulator, apiVersion }): SessionEphemeralKey {
      if (apiVersion === undefined) {
        throw invalidRequest(
          'This method requires you to specify the API version of the mobile SDK. Please set it in the Stripe-Version header.',
        );
      }
      const session = findSession(simulator, verification_session, 'verification_session');
      const created = Math.floor(simulator.nowMs() / 1000);
      return {
        id: newId('ephkey'),
        object: 'ephemeral_key',
        associated_objects: [{ id: session.id, type: 'identity.verification_session' }],
        created,
        expires: created + LIFETIME_SECONDS,
        livemode: false,
        secret: `ek_test_${randomText(64)}`,
      };
    },
  }),
];

// A rider who declines biometrics is never handed a session that asks for a selfie, and what he said to the session
// that he is handed is kept with it.

import * as z from 'zod';
import type { History, Invariant } from '../invariant.ts';
import { Violation } from '../violation.ts';

const said = z.object({ biometric_consent: z.boolean() });
const record = z.object({ consent: z.object({ given: z.boolean() }).nullable() });

export function consentIsKept({ stripe, table }: History): Invariant {
  const name = 'consent';
  return {
    name,
    answered: ({ action, body, answer, ref }) => {
      if (action !== 'start-identity-session' || answer?.status !== 201) return;
      const word = said.safeParse(body);
      if (!word.success) return;
      const who = `${ref.subaccountId}/${ref.customerId}`;
      const session = stripe.identity.sessions().find(({ id }) => id === answer.body['session_id']);
      if (session === undefined) throw new Violation(name, `${who} got a session that Stripe doesn’t have`);
      if (!word.data.biometric_consent && session.options.requireSelfie)
        throw new Violation(
          name,
          `${who} declined a selfie, and was given ${session.id}, which asks for one`,
        );
      const sk = `SESSION#${String(session.number).padStart(10, '0')}`;
      const item = table.get({ pk: `SUB#${ref.subaccountId}#CUST#${ref.customerId}`, sk });
      if (record.parse(item).consent === null)
        throw new Violation(name, `${who} said something to ${session.id}, and it isn’t kept`);
    },
  };
}

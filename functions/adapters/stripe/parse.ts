// What we take of Stripe's objects. Fields of the SDK's types can be missing in what Stripe sends, so all is parsed.

import * as z from 'zod';
import type { Charge } from '../../domain/risk.ts';
import { stripeSessionStatuses, type StripeSession } from '../../domain/session.ts';

const verificationSession = z.object({
  id: z.string(),
  status: z.enum(stripeSessionStatuses),
  last_error: z.object({ code: z.string().nullable(), reason: z.string().nullable() }).nullish(),
  redaction: z.object({ status: z.string() }).nullish(),
  verified_outputs: z
    .object({
      dob: z
        .object({ day: z.int().nullable(), month: z.int().nullable(), year: z.int().nullable() })
        .nullish(),
    })
    .nullish(),
  client_secret: z.string().nullish(),
  url: z.string().nullish(),
});

export function parseSession(answer: unknown, reportCount: number): StripeSession {
  const session = verificationSession.parse(answer);
  const { last_error: lastError } = session;
  return {
    id: session.id,
    status: session.status,
    lastError: lastError == null ? null : { code: lastError.code ?? 'unknown', reason: lastError.reason },
    reportCount,
    redacted: session.redaction != null,
    dateOfBirth: dateOfBirth(session.verified_outputs?.dob),
    clientSecret: session.client_secret ?? null,
    url: session.url ?? null,
  };
}

function dateOfBirth(
  dob: { day: number | null; month: number | null; year: number | null } | null | undefined,
): StripeSession['dateOfBirth'] {
  if (dob == null) return null;
  const { day, month, year } = dob;
  return day === null || month === null || year === null ? null : { day, month, year };
}

const charge = z.object({
  id: z.string(),
  customer: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
  status: z.enum(['succeeded', 'pending', 'failed']),
  outcome: z
    .object({
      risk_level: z.string().nullish(),
      risk_score: z.number().nullish(),
      type: z.string().nullish(),
    })
    .nullish(),
});

export function parseCharge(answer: unknown): Charge {
  const { id, customer, status, outcome } = charge.parse(answer);
  return {
    id,
    stripeCustomerId: customer ?? null,
    status,
    riskLevel: outcome?.risk_level ?? null,
    radarScore: outcome?.risk_score ?? null,
    outcomeType: outcome?.type ?? null,
  };
}

// Twilio Lookup v2: line type and carrier, last SIM change, risk. https://www.twilio.com/docs/lookup/v2-api
// Twilio gives neither a port date nor the kind of contract. The last SIM change stands in for the first (a
// ported number gets a new SIM), and brands that sell nothing else tell the second.

import { Buffer } from 'node:buffer';
import * as z from 'zod';
import { unknownCarrier, type CarrierFacts, type PhoneType } from '../../domain/signals/facts.ts';
import { prepaidByBrand } from '../../domain/signals/prepaid-brands.ts';
import type { Metrics } from '../../use-cases/ports/environment.ts';
import type { PhoneLookup } from '../../use-cases/ports/signals.ts';

export type TwilioSettings = {
  /** An API key and its secret, asked for at each lookup, so that a rotated one is taken up. */
  credentials: () => Promise<{ apiKey: string; apiKeySecret: string }>;
  /** Twilio's address, or that of one of its regions. */
  apiUrl: string;
  metrics: Metrics;
  timeoutMs?: number;
};

/** Carriers are slow to answer; nobody waits for this, but the stream behind it does. */
const defaultTimeoutMs = 5_000;

/** Each is billed, and only answered where Twilio enabled it for the account. */
const packages = ['line_type_intelligence', 'sim_swap', 'sms_pumping_risk'];

/** A package that can't be had is null or carries an error code; one that we don't understand spoils no other. */
const lookupAnswer = z.object({
  line_type_intelligence: z
    .object({ type: z.string().nullish(), carrier_name: z.string().nullish() })
    .nullish()
    .catch(null),
  sim_swap: z
    .object({
      last_sim_swap: z.object({ last_sim_swap_date: z.iso.datetime({ offset: true }).nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
  sms_pumping_risk: z
    .object({ sms_pumping_risk_score: z.number().min(0).max(100).nullish() })
    .nullish()
    .catch(null),
});

const phoneTypes: Readonly<Record<string, PhoneType>> = {
  mobile: 'mobile',
  landline: 'landline',
  fixedVoip: 'voip',
  nonFixedVoip: 'voip',
};

export function createTwilioLookup(settings: TwilioSettings): PhoneLookup {
  return {
    lookUp: async (phone) => {
      try {
        return await ask(settings, phone);
      } catch {
        // Signals are a help and never in anybody's way; the counter tells when it fails too often.
        settings.metrics.count('PhoneLookupFailed');
        return unknownCarrier;
      }
    },
  };
}

async function ask(settings: TwilioSettings, phone: string): Promise<CarrierFacts> {
  const { apiKey, apiKeySecret } = await settings.credentials();
  const url = new URL(`/v2/PhoneNumbers/${encodeURIComponent(phone)}`, settings.apiUrl);
  url.searchParams.set('Fields', packages.join(','));
  const response = await fetch(url, {
    headers: {
      accept: 'application/json',
      authorization: `Basic ${Buffer.from(`${apiKey}:${apiKeySecret}`).toString('base64')}`,
    },
    redirect: 'error',
    signal: AbortSignal.timeout(settings.timeoutMs ?? defaultTimeoutMs),
  });
  if (!response.ok) throw new Error(`Twilio answered ${response.status}`);
  return toFacts(lookupAnswer.parse(await response.json()));
}

function toFacts(answer: z.infer<typeof lookupAnswer>): CarrierFacts {
  const line = answer.line_type_intelligence;
  const carrier = line?.carrier_name ?? null;
  const simChangedAt = answer.sim_swap?.last_sim_swap?.last_sim_swap_date ?? null;
  return {
    type: phoneTypes[line?.type ?? ''] ?? null,
    carrier,
    isPrepaid: prepaidByBrand(carrier),
    riskScore: answer.sms_pumping_risk?.sms_pumping_risk_score ?? null,
    portedAtMs: simChangedAt === null ? null : Date.parse(simChangedAt),
  };
}

// Parts of a customer's export that nothing else answers: his signup, what was found out about it, and his sessions.

import * as z from 'zod';
import type { SessionRecord } from '../domain/session.ts';
import type { SignalFacts } from '../domain/signals/facts.ts';
import type { SignupDetails } from '../domain/signup.ts';
import { toIso, toIsoOrNull, utcTime } from './identifiers.ts';
import { biometricConsentJson, toBiometricConsentJson } from './identity-session.ts';

const text = z.string().nullable();
const number = z.number().nullable();

export const exportedSignup = z.object({
  email: text,
  name: text,
  phone: text,
  signup_ip: text,
  signup_latitude: number,
  signup_longitude: number,
  signup_location_accuracy: number.describe('Meters.'),
});

export function toExportedSignup(signup: SignupDetails): z.infer<typeof exportedSignup> {
  return {
    email: signup.email,
    name: signup.name,
    phone: signup.phone,
    signup_ip: signup.ip,
    signup_latitude: signup.latitude,
    signup_longitude: signup.longitude,
    signup_location_accuracy: signup.locationAccuracyMeters,
  };
}

export const exportedSignals = z.object({
  collected_at: utcTime,
  phone_type: text,
  phone_country: text,
  phone_carrier: text,
  phone_is_prepaid: z.boolean().nullable(),
  phone_risk_score: number,
  phone_ported_at: utcTime.nullable(),
  signup_ip_city: text,
  signup_ip_region: text,
  signup_ip_country: text,
  signup_ip_latitude: number,
  signup_ip_longitude: number,
  signup_ip_anonymizer: text.describe('`none` where the address is on no list of them.'),
});

export function toExportedSignals({
  collectedAtMs,
  phone,
  ip,
}: SignalFacts): z.infer<typeof exportedSignals> {
  return {
    collected_at: toIso(collectedAtMs),
    phone_type: phone.type,
    phone_country: phone.country,
    phone_carrier: phone.carrier,
    phone_is_prepaid: phone.isPrepaid,
    phone_risk_score: phone.riskScore,
    phone_ported_at: toIsoOrNull(phone.portedAtMs),
    signup_ip_city: ip.city,
    signup_ip_region: ip.region,
    signup_ip_country: ip.country,
    signup_ip_latitude: ip.latitude,
    signup_ip_longitude: ip.longitude,
    signup_ip_anonymizer: ip.anonymizer,
  };
}

export const exportedSession = z.object({
  number: z.int(),
  session_id: text.describe('At Stripe; null where it was never finished.'),
  status: text.describe('As Stripe said last.'),
  started_at: utcTime,
  checks: z.int().describe('How many submissions Stripe has finished checking.'),
  biometric_consent: biometricConsentJson.nullable().describe('Null where the rider wasn’t asked.'),
  allowed_document_types: z.array(z.string()),
  require_selfie: z.boolean(),
  require_live_capture: z.boolean(),
  verification_flow: text,
  return_url: text,
});

export function toExportedSession(session: SessionRecord): z.infer<typeof exportedSession> {
  const { options, consent } = session;
  return {
    number: session.number,
    session_id: session.sessionId,
    status: session.status,
    started_at: toIso(session.startedAtMs),
    checks: session.countedReports,
    biometric_consent: consent && toBiometricConsentJson(consent),
    allowed_document_types: [...options.allowedDocumentTypes],
    require_selfie: options.requireSelfie,
    require_live_capture: options.requireLiveCapture,
    verification_flow: options.verificationFlow,
    return_url: options.returnUrl,
  };
}

// What is in the sealed items: parsed with zod once it is opened. Verified data stands in identity-item.ts.

import * as z from 'zod';
import { anonymizers, phoneTypes, type SignalFacts } from '../../domain/signals/facts.ts';
import type { SignupDetails } from '../../domain/signup.ts';

const text = z.string().nullable();

export const signupContent: z.ZodType<SignupDetails> = z.object({
  email: text,
  name: text,
  phone: text,
  ip: text,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  locationAccuracyMeters: z.number().nullable(),
});

export const signalFacts: z.ZodType<SignalFacts> = z.object({
  collectedAtMs: z.number(),
  phone: z.object({
    type: z.enum(phoneTypes).nullable(),
    country: text,
    carrier: text,
    isPrepaid: z.boolean().nullable(),
    riskScore: z.number().nullable(),
    portedAtMs: z.number().nullable(),
  }),
  ip: z.object({
    city: text,
    region: text,
    country: text,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    anonymizer: z.enum([...anonymizers, 'none']).nullable(),
  }),
});

/** What the rider wrote; he needn't write anything. */
export const alternativeMessage = text;

/** An operator's own words. */
export const noteText = z.string();

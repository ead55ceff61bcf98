import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneType } from '../../domain/signals/facts.ts';
import type { NumberReader } from '../../use-cases/ports/signals.ts';

/** By Google's number metadata; the `max` set, because the smaller ones can't tell the types apart. */
export function createNumberReader(): NumberReader {
  return {
    read: (phone) => {
      const number = parsePhoneNumberFromString(phone);
      if (number?.isValid() !== true) return { type: null, country: null };
      return { type: phoneTypes[number.getType() ?? ''] ?? null, country: number.country ?? null };
    },
  };
}

/** Toll-free, premium and such say nothing about the device; some countries' plans don't tell the types apart. */
const phoneTypes: Readonly<Record<string, PhoneType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  VOIP: 'voip',
};

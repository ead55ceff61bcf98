// What is known of a customer's phone number and signup address. Found out once, soon after signup, and kept;
// every fact is null where nobody could tell.

export const phoneTypes = ['mobile', 'landline', 'voip'] as const;
export type PhoneType = (typeof phoneTypes)[number];

/** What a number's digits say by themselves. */
export type NumberPlan = {
  /** Null also where the country's numbers don't tell mobile from landline, as in North America. */
  type: PhoneType | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
};

/** What only carriers know; from a lookup provider. */
export type CarrierFacts = {
  type: PhoneType | null;
  carrier: string | null;
  isPrepaid: boolean | null;
  /** 0 (none) to 100 (high), the provider's. */
  riskScore: number | null;
  /** When the number last moved to another carrier or SIM. */
  portedAtMs: number | null;
};

export type PhoneFacts = NumberPlan & CarrierFacts;

/** Who hides behind an address, the most telling first. */
export const anonymizers = ['tor', 'vpn', 'proxy', 'hosting'] as const;
export type Anonymizer = (typeof anonymizers)[number];

export type IpLocation = {
  city: string | null;
  region: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  latitude: number | null;
  longitude: number | null;
};

export type IpFacts = IpLocation & {
  /** `none` where a database of anonymizers was asked and doesn't list the address. */
  anonymizer: Anonymizer | 'none' | null;
};

export type SignalFacts = { collectedAtMs: number; phone: PhoneFacts; ip: IpFacts };

export const unknownCarrier: CarrierFacts = {
  type: null,
  carrier: null,
  isPrepaid: null,
  riskScore: null,
  portedAtMs: null,
};
export const unknownPhone: PhoneFacts = { ...unknownCarrier, country: null };
export const unknownLocation: IpLocation = {
  city: null,
  region: null,
  country: null,
  latitude: null,
  longitude: null,
};
export const unknownIp: IpFacts = { ...unknownLocation, anonymizer: null };

/** A carrier knows better than the digits: numbers are ported between mobile and VoIP. */
export function phoneFacts(plan: NumberPlan, carrier: CarrierFacts): PhoneFacts {
  return { ...carrier, type: carrier.type ?? plan.type, country: plan.country };
}

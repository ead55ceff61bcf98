/** The person on the document: what a submission may say about it, and believable values for the rest. */
import * as z from 'zod';
import type { CalendarDate } from './records.ts';

const isRealDate = ({ day, month, year }: CalendarDate): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** `1990-12-31`, or `{day, month, year}` as Stripe writes it. */
export const dateInput = z
  .union(
    [
      z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .transform((text) => ({
          year: Number(text.slice(0, 4)),
          month: Number(text.slice(5, 7)),
          day: Number(text.slice(8)),
        })),
      z.strictObject({ day: z.int(), month: z.int(), year: z.int() }),
    ],
    'must be a date such as "1990-12-31"',
  )
  .refine(isRealDate, 'must be a date such as "1990-12-31"');

const shortText = z.string().trim().min(1).max(200);

const country = z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code');

export const personInput = z.strictObject({
  first_name: shortText.exactOptional(),
  last_name: shortText.exactOptional(),
  dob: dateInput.exactOptional(),
  address: z
    .strictObject({
      line1: shortText.exactOptional(),
      line2: shortText.nullable().exactOptional(),
      city: shortText.exactOptional(),
      state: shortText.nullable().exactOptional(),
      postal_code: shortText.exactOptional(),
      country: country.exactOptional(),
    })
    .exactOptional(),
  sex: z.enum(['female', 'male', 'unknown']).exactOptional(),
  email: shortText.exactOptional(),
  phone: shortText.exactOptional(),
  document_type: z.enum(['driving_license', 'id_card', 'passport']).exactOptional(),
  document_number: shortText.exactOptional(),
  issuing_country: country.exactOptional(),
  issued_date: dateInput.exactOptional(),
  expiration_date: dateInput.exactOptional(),
  /** The number of an ID-number check; also the document's number unless `document_number` says otherwise. */
  id_number: shortText.exactOptional(),
  id_number_type: z.enum(['br_cpf', 'sg_nric', 'us_ssn']).exactOptional(),
});

export type PersonInput = z.output<typeof personInput>;

export interface Person {
  first_name: string;
  last_name: string;
  dob: CalendarDate;
  address: {
    line1: string;
    line2: string | null;
    city: string;
    state: string | null;
    postal_code: string;
    country: string;
  };
  sex: string;
  document_type: string;
  document_number: string;
  issuing_country: string;
  issued_date: CalendarDate;
  expiration_date: CalendarDate;
  id_number: string;
  id_number_type: string;
}

type Sample = Pick<Person, 'first_name' | 'last_name' | 'sex' | 'dob' | 'address'>;

const SAMPLES: readonly [Sample, ...Sample[]] = [
  sample('Jenny', 'Rosen', 'female', [1991, 4, 12], ['510 Townsend Street', 'San Francisco', 'CA', '94103']),
  sample('Marcus', 'Bell', 'male', [1986, 11, 3], ['2218 Alder Avenue', 'Portland', 'OR', '97214']),
  sample(
    'Priya',
    'Raman',
    'female',
    [1998, 1, 27],
    ['77 Mercer Street, Apt 4C', 'Jersey City', 'NJ', '07302'],
  ),
  sample('Daniel', 'Okafor', 'male', [1979, 8, 19], ['1404 Juniper Street', 'Atlanta', 'GA', '30309']),
  sample('Elena', 'Marchetti', 'female', [1993, 6, 30], ['3051 Bluebonnet Lane', 'Austin', 'TX', '78704']),
  sample('Tomás', 'Herrera', 'male', [2001, 2, 8], ['918 West Diversey Parkway', 'Chicago', 'IL', '60614']),
];

/** Fills in whatever a submission left open, the same way each time for the same session. */
export function completePerson(
  input: PersonInput,
  sessionId: string,
  documentType: string,
  nowMs: number,
): Person {
  const draw = hash(sessionId);
  const base = SAMPLES[draw % SAMPLES.length] ?? SAMPLES[0];
  const year = new Date(nowMs).getUTCFullYear();
  return {
    first_name: input.first_name ?? base.first_name,
    last_name: input.last_name ?? base.last_name,
    dob: input.dob ?? base.dob,
    address: { ...base.address, ...input.address },
    sex: input.sex ?? base.sex,
    document_type: input.document_type ?? documentType,
    document_number:
      input.document_number ?? input.id_number ?? `D${String(10_000_000 + (draw % 89_999_999))}`,
    issuing_country: input.issuing_country ?? input.address?.country ?? base.address.country,
    issued_date: input.issued_date ?? { day: 14, month: 3, year: year - 3 },
    expiration_date: input.expiration_date ?? { day: 14, month: 3, year: year + 5 },
    id_number: input.id_number ?? String(1000 + (draw % 9000)),
    id_number_type: input.id_number_type ?? 'us_ssn',
  };
}

function sample(
  first_name: string,
  last_name: string,
  sex: string,
  [year, month, day]: readonly [number, number, number],
  [line1, city, state, postal_code]: readonly [string, string, string, string],
): Sample {
  const address = { line1, line2: null, city, state, postal_code, country: 'US' };
  return { first_name, last_name, sex, dob: { day, month, year }, address };
}

/** FNV-1a: spreads session ids over the samples. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193);
  return value >>> 0;
}

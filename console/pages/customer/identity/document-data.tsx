// What the document told: covered, or as it is while it is revealed.

import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { CustomerFile, IdentityReport } from '../customer-types.ts';
import { useCountryName } from '../use-words.ts';

type Documented = Pick<
  CustomerFile,
  | 'identity_first_name'
  | 'identity_last_name'
  | 'identity_dob'
  | 'identity_id_type'
  | 'identity_address'
  | 'identity_id_number'
  | 'identity_issuing_country'
  | 'identity_expiration_date'
>;

/** Revealed values stand in for those that were asked for; what wasn't stays covered. */
export function documentOf(customer: Documented, report: IdentityReport | null): Documented {
  const pick = <Field extends keyof Documented>(field: Field): Documented[Field] | IdentityReport[Field] =>
    report?.[field] === undefined ? customer[field] : report[field];
  return {
    identity_first_name: pick('identity_first_name') ?? null,
    identity_last_name: pick('identity_last_name') ?? null,
    identity_dob: pick('identity_dob') ?? null,
    identity_id_type: pick('identity_id_type') ?? null,
    identity_address: pick('identity_address') ?? null,
    identity_id_number: pick('identity_id_number') ?? null,
    identity_issuing_country: pick('identity_issuing_country') ?? null,
    identity_expiration_date: pick('identity_expiration_date') ?? null,
  };
}

/** Whether anything is known at all. */
export function isEmpty(document: Documented): boolean {
  return Object.values(document).every((value) => value === null);
}

export function DocumentData({ document }: { document: Documented }) {
  const t = useTranslations('customer.identity');
  const countryName = useCountryName();
  const day = useDay();
  const { identity_first_name: first, identity_last_name: last, identity_address: address } = document;
  const name = [first, last].filter((part) => part !== null).join(' ');
  const country = document.identity_issuing_country;
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: t('idType'), value: told(<IdType type={document.identity_id_type} />) },
        { label: t('verifiedName'), value: told(name === '' ? null : name) },
        { label: t('dob'), value: told(day(document.identity_dob)) },
        { label: t('address'), value: told(address === null ? null : <Address address={address} />) },
        { label: t('idNumber'), value: told(document.identity_id_number) },
        { label: t('issuingCountry'), value: told(country === null ? null : countryName(country)) },
        { label: t('expiry'), value: told(day(document.identity_expiration_date)) },
      ]}
    />
  );
}

function told(value: ReactNode): ReactNode {
  return <bdi className="told">{value ?? '–'}</bdi>;
}

function IdType({ type }: { type: string | null }) {
  const t = useTranslations('customer.identity.idTypes');
  const known = (['driving_license', 'id_card', 'passport'] as const).find((name) => name === type);
  return known === undefined ? (type ?? '–') : t(known);
}

/** A day, in the viewer's way of writing; a covered one as it is. */
function useDay(): (day: string | null) => string | null {
  const format = useFormatter();
  return (day) =>
    day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)
      ? day
      : format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
}

function Address({ address }: { address: NonNullable<Documented['identity_address']> }) {
  const countryName = useCountryName();
  const { line1, line2, city, state, postal_code: postalCode, country } = address;
  const place = [postalCode, city].filter((part) => part !== null).join(' ');
  const lines = [line1, line2, place, state, country === null ? null : countryName(country)];
  return lines
    .filter((line) => line !== null && line !== '')
    .map((line, index) => <div key={index}>{line}</div>);
}

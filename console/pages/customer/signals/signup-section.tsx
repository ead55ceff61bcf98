// What the customer said of himself at signup, and what was found out about it.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { Moment } from '../../../parts/moment.tsx';
import type { CustomerFile } from '../customer-types.ts';
import { useCountryName } from '../use-words.ts';

export function SignupSection({ customer }: { customer: CustomerFile }) {
  const t = useTranslations('customer.signals');
  const common = useTranslations('customer');
  const countryName = useCountryName();
  const { phone_type: type, phone_country: country, phone_is_prepaid: isPrepaid } = customer;
  const place = [customer.signup_ip_city, customer.signup_ip_region].filter((part) => part !== null);
  const ipCountry = customer.signup_ip_country;
  const places = ipCountry === null ? place : [...place, countryName(ipCountry)];
  const facts = [
    { label: t('name'), value: customer.name },
    { label: t('email'), value: customer.email },
    { label: t('phone'), value: customer.phone },
    { label: t('phoneType'), value: type === null ? null : t(`phoneTypes.${type}`) },
    { label: t('carrier'), value: customer.phone_carrier },
    { label: t('prepaid'), value: isPrepaid === null ? null : t(isPrepaid ? 'yes' : 'no') },
    {
      label: t('phoneRisk'),
      value: customer.phone_risk_score === null ? null : `${customer.phone_risk_score}/100`,
    },
    { label: t('phoneCountry'), value: country === null ? null : countryName(country) },
    { label: t('ip'), value: customer.signup_ip },
    { label: t('place'), value: places.length === 0 ? null : places.join(', ') },
    { label: t('position'), value: usePosition(customer) },
    { label: t('stripeCustomer'), value: customer.stripe_customer_id },
  ];
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={common.rich('since', { date: () => <Moment at={customer.created_at} /> })}
        >
          {t('factsTitle')}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <KeyValuePairs
          columns={2}
          items={facts
            .filter(({ value }) => value !== null)
            .map(({ label, value }) => ({ label, value: <bdi className="told">{value}</bdi> }))}
        />
        {facts.every(({ value }) => value === null) && <Box color="text-body-secondary">{t('noFacts')}</Box>}
        {places.length > 0 && (
          <Box fontSize="body-s">
            <Link href="https://db-ip.com" external rel="noreferrer" variant="primary" fontSize="body-s">
              {t('attribution')}
            </Link>
          </Box>
        )}
      </SpaceBetween>
    </Container>
  );
}

function usePosition(customer: CustomerFile): string | null {
  const t = useTranslations('customer.signals');
  const {
    signup_latitude: latitude,
    signup_longitude: longitude,
    signup_location_accuracy: accuracy,
  } = customer;
  if (latitude === null || longitude === null) return null;
  const place = { latitude: String(latitude), longitude: String(longitude) };
  return accuracy === null ? t('positionOf', place) : t('positionWithin', { ...place, accuracy });
}

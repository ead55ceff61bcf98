// What the signup suggests, each with the numbers that made it so.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useTranslations } from 'use-intl';
import type { Signal } from '../customer-types.ts';
import { useCountryName } from '../use-words.ts';
import { byWeight, type SignalState, signalWords } from './signal-words.ts';

const looks: Record<SignalState, StatusIndicatorProps.Type> = {
  yes: 'warning',
  no: 'success',
  unknown: 'pending',
};

export function SignalsSection({ signals }: { signals: readonly Signal[] }) {
  const t = useTranslations('customer.signals');
  return (
    <Container
      header={
        <Header variant="h2" description={t('description')}>
          {t('title')}
        </Header>
      }
    >
      <ul className="plain-list" aria-label={t('title')}>
        {byWeight(signals).map((signal) => (
          <SignalLine key={signal.code} signal={signal} />
        ))}
      </ul>
    </Container>
  );
}

function SignalLine({ signal }: { signal: Signal }) {
  const t = useTranslations('customer.signals');
  const countryName = useCountryName();
  const { state, key, values, countries } = signalWords(signal);
  const named = Object.fromEntries(
    Object.entries(countries).map(([name, code]) => [name, countryName(code)]),
  );
  return (
    <li className="signal">
      <StatusIndicator type={looks[state]}>{t(`states.${state}`)}</StatusIndicator>
      <Box color={state === 'unknown' ? 'text-body-secondary' : 'inherit'}>
        {t(`sentences.${key}`, { ...values, ...named })}
      </Box>
    </li>
  );
}

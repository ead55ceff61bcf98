// The first thing on the page: whether webhooks are healthy, in a sentence, and the numbers of this moment.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useFormatter, useTranslations } from 'use-intl';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { TimeAgo } from '../../parts/moment.tsx';
import { useAgeText } from './age-text.ts';
import { type Finding, findingsIn, severityOf } from './health-verdict.ts';
import type { WebhookHealth } from './operations-types.ts';
import { Outdated } from './outdated.tsx';
import type { useHealth } from './queries.ts';
import { useFindingText } from './finding-text.ts';

export function HealthNow({ health }: { health: ReturnType<typeof useHealth> }) {
  const t = useTranslations('operations.verdict');
  const { data, error, dataUpdatedAt, refetch } = health;
  const retry = (): void => void refetch();
  return (
    <section aria-label={t('label')}>
      <SpaceBetween size="m">
        {data === undefined ? (
          error === null ? (
            <StatusIndicator type="loading">{t('loading')}</StatusIndicator>
          ) : (
            <FailureAlert failure={error} retry={retry} />
          )
        ) : (
          <SpaceBetween size="m">
            <Verdict health={data} />
            <Outdated failure={error} updatedAtMs={dataUpdatedAt} retry={retry} />
            <Numbers health={data} />
          </SpaceBetween>
        )}
      </SpaceBetween>
    </section>
  );
}

function Verdict({ health }: { health: WebhookHealth }) {
  const t = useTranslations('operations.verdict');
  const textOf = useFindingText(Date.parse(health.checked_at));
  const [worst, ...others] = findingsIn(health);
  if (worst === undefined) {
    return (
      <Alert type="success">
        <LiveRegion>{t('healthy')}</LiveRegion>
      </Alert>
    );
  }
  return (
    <Alert type={severityOf(worst)} header={<LiveRegion tagName="span">{textOf(worst)}</LiveRegion>}>
      <FirstThing finding={worst} />
      {others.map((finding) => (
        <Box key={finding.is} padding={{ top: 'xs' }}>
          {t('also')} {textOf(finding)} <FirstThing finding={finding} />
        </Box>
      ))}
    </Alert>
  );
}

function FirstThing({ finding: { is } }: { finding: Finding }) {
  const t = useTranslations('operations.verdict');
  return (
    <>
      <strong>{t('first')}</strong> {t(`${is}.first`)}
    </>
  );
}

function Numbers({ health: { waiting, last_processed_at, age, checked_at } }: { health: WebhookHealth }) {
  const t = useTranslations('operations.numbers');
  const format = useFormatter();
  const ageText = useAgeText();
  const number = (count: number) => (
    <Box variant="awsui-value-large" tagOverride="span">
      {format.number(count)}
    </Box>
  );
  const { median_seconds: median, p95_seconds: p95 } = age;
  return (
    <Container
      header={
        <Header variant="h2" description={t('note')}>
          {t('title')}
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        minColumnWidth={150}
        items={[
          { label: t('fresh'), value: number(waiting.fresh) },
          { label: t('backlog'), value: number(waiting.backlog) },
          { label: t('deadLetters'), value: number(waiting.dead_letters) },
          {
            label: t('last'),
            value:
              last_processed_at === null ? (
                t('never')
              ) : (
                <TimeAgo at={last_processed_at} now={Date.parse(checked_at)} />
              ),
          },
          { label: t('median'), value: median === null ? t('noAge') : ageText(median) },
          { label: t('p95'), value: p95 === null ? t('noAge') : ageText(p95) },
        ]}
      />
    </Container>
  );
}

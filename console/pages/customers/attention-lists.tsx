// Whom support has to look after, the most pressing first, and what is asked for.

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { PageLink } from '../../parts/page-link.tsx';
import { useCountText } from './count-text.ts';
import { CustomerTable } from './customer-table.tsx';
import { attentionLists, type CustomerCount } from './lists.ts';
import type { SteadyList } from './steady-lists.ts';
import { startState, writeUrlState } from './url-state.ts';

export function AttentionLists({
  lists,
  path,
  counts,
}: {
  /** Null while they are awaited. */
  lists: readonly SteadyList[] | null;
  path: string;
  counts: readonly CustomerCount[];
}) {
  const t = useTranslations('customers');
  const countText = useCountText();
  if (lists?.every(({ rows }) => rows.length === 0) === true) {
    return (
      <Container>
        <Box textAlign="center" padding="l">
          <Box variant="h2">{t('empty.attention')}</Box>
          <Box color="text-body-secondary">{t('empty.attentionHint')}</Box>
        </Box>
      </Container>
    );
  }
  return (
    <SpaceBetween size="l">
      {attentionLists.map((name) => {
        const list = lists?.find((one) => one.list === name) ?? null;
        const counted = counts.find(({ filter }) => filter === name);
        const count = counted === undefined ? undefined : countText(counted);
        const counter = count === undefined ? undefined : `(${count})`;
        if (list?.rows.length === 0) {
          return (
            <Container
              key={name}
              header={
                <Header variant="h2" {...(counter !== undefined && { counter })}>
                  {t(`filters.${name}`)}
                </Header>
              }
            >
              <Box color="text-body-secondary">{t(`empty.${name}`)}</Box>
            </Container>
          );
        }
        return (
          <CustomerTable
            key={name}
            list={name}
            rows={list}
            path={path}
            title={t(`filters.${name}`)}
            counter={counter}
            description={t(`asked.${name}`)}
            footer={
              list !== null && list.nextCursor !== null ? (
                <Box textAlign="center">
                  <PageLink href={path + writeUrlState({ ...startState, filter: name })}>
                    {count === undefined ? t('showAll') : t('showAllCounted', { count })}
                  </PageLink>
                </Box>
              ) : null
            }
          />
        );
      })}
    </SpaceBetween>
  );
}

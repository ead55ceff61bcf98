// Who can't ride and has waited for too long, whatever the period, and what to do for them.

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { customersPath } from '../../parts/paths.ts';
import { StuckTable } from './stuck-table.tsx';
import { stuckLists } from './stuck.ts';

export function StuckCustomers({ subaccountId }: { subaccountId: string }) {
  const t = useTranslations('insights.stuck');
  return (
    <Container
      header={
        <Header variant="h2" description={t('description')}>
          {t('title')}
        </Header>
      }
    >
      <SpaceBetween size="xl">
        {stuckLists.map((list) => (
          <StuckTable
            key={list.filter}
            subaccountId={subaccountId}
            path={customersPath(subaccountId)}
            list={list}
          />
        ))}
      </SpaceBetween>
    </Container>
  );
}

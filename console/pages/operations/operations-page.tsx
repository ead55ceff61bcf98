// How RideGate itself fares, for an engineer at 3 a.m.: first whether webhooks are healthy and what to do, then the
// dead letters, the hours, and the reconciler's runs.

import Alert from '@cloudscape-design/components/alert';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../../api/api-provider.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { customersPath } from '../../parts/paths.ts';
import './operations.css';
import { OperationsView } from './operations-view.tsx';

export function OperationsPage() {
  const t = useTranslations('operations');
  const { person } = useSession();
  usePageTitle(t('title'));
  if (person.role === 'admin') return <OperationsView />;
  return (
    <Frame>
      <Alert type="info" header={t('adminsOnly')}>
        {t('adminsOnlyText')}{' '}
        {person.subaccountId !== null && (
          <PageLink href={customersPath(person.subaccountId)}>{t('toCustomers')}</PageLink>
        )}
      </Alert>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations('operations');
  return <ContentLayout header={<Header variant="h1">{t('title')}</Header>}>{children}</ContentLayout>;
}

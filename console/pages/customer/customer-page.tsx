// One customer: why he may or may not ride, and what can be done about it.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Alert from '@cloudscape-design/components/alert';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/failure.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Moment } from '../../parts/moment.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { customersPath } from '../../parts/paths.ts';
import { BackLink } from './back-link.tsx';
import type { CustomerRef } from './customer-types.ts';
import { CustomerView } from './customer-view.tsx';
import { useCustomer } from './queries.ts';
import './customer.css';

export function CustomerPage() {
  const { subaccountId = '', customerId = '' } = useParams();
  usePageTitle(customerId);
  // A page of its own for each customer: nothing that was revealed or typed goes over to another one.
  return (
    <CustomerOrFailure key={`${subaccountId} ${customerId}`} customerRef={{ subaccountId, customerId }} />
  );
}

function CustomerOrFailure({ customerRef: ref }: { customerRef: CustomerRef }) {
  const t = useTranslations('customer');
  const common = useTranslations('common');
  const { data, error, refetch, dataUpdatedAt } = useCustomer(ref);
  const retry = (): void => void refetch();
  if (isNotFound(error)) return <NotFound customerRef={ref} />;
  if (data !== undefined) {
    return (
      <CustomerView
        customer={data}
        customerRef={ref}
        outdated={
          error === null ? null : (
            <SpaceBetween size="xs">
              <FailureAlert failure={error} retry={retry} />
              <Box color="text-body-secondary">
                {t.rich('outdated', { time: () => <Moment at={new Date(dataUpdatedAt).toISOString()} /> })}
              </Box>
            </SpaceBetween>
          )
        }
      />
    );
  }
  return (
    <Frame customerRef={ref}>
      {error === null ? (
        <StatusIndicator type="loading">{common('loading')}</StatusIndicator>
      ) : (
        <FailureAlert failure={error} retry={retry} />
      )}
    </Frame>
  );
}

function isNotFound(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404 && !error.code.startsWith('http_');
}

function NotFound({ customerRef: ref }: { customerRef: CustomerRef }) {
  const t = useTranslations('customer');
  const navigate = useNavigate();
  const list = customersPath(ref.subaccountId);
  return (
    <Frame customerRef={ref}>
      <Alert
        type="info"
        header={t('notFound')}
        action={<Button onClick={() => void navigate(list)}>{t('toCustomers')}</Button>}
      >
        {t('notFoundText', { id: ref.customerId })}
      </Alert>
    </Frame>
  );
}

function Frame({ customerRef: ref, children }: { customerRef: CustomerRef; children: ReactNode }) {
  return (
    <ContentLayout
      header={
        <SpaceBetween size="xs">
          <BackLink subaccountId={ref.subaccountId} />
          <Header variant="h1">
            <span className="customer-id">{ref.customerId}</span>
          </Header>
        </SpaceBetween>
      }
    >
      {children}
    </ContentLayout>
  );
}

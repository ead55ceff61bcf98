// The policy of a subaccount: tuned with its consequences in sight, saved, applied, and its history.

import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { usePolicy } from '../../api/policy.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import './policy.css';
import { PolicyEditor } from './policy-editor.tsx';
import { lookForChangesMs } from './queries.ts';

export function PolicyPage() {
  const t = useTranslations('policy');
  const { subaccountId = '' } = useParams();
  usePageTitle(t('title'));
  const { data, error, refetch } = usePolicy(subaccountId, lookForChangesMs);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={t('description')}>
          {t('title')}
        </Header>
      }
    >
      {data === undefined && error !== null && <FailureAlert failure={error} retry={() => void refetch()} />}
      {data === undefined && error === null && (
        <StatusIndicator type="loading">{t('loading')}</StatusIndicator>
      )}
      {data !== undefined && <PolicyEditor key={subaccountId} newest={data} lookFailure={error} />}
    </ContentLayout>
  );
}

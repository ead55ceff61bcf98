// Where an admin chooses a subaccount.

import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { Navigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { useSession } from '../../api/api-provider.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { customersPath } from '../../parts/paths.ts';
import { SubaccountList } from './subaccount-list.tsx';

export function SubaccountsPage() {
  const t = useTranslations('subaccounts');
  const { person } = useSession();
  usePageTitle(t('title'));
  // Operators have one, and nothing to choose.
  if (person.subaccountId !== null) {
    return <Navigate to={customersPath(person.subaccountId)} replace />;
  }
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={t('description')}>
          {t('title')}
        </Header>
      }
    >
      <SubaccountList />
    </ContentLayout>
  );
}

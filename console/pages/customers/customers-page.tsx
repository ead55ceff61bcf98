// The customers of a subaccount: who needs support now, all others by filter, and one by an id.

import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { usePageTitle } from '../../parts/page-title.ts';
import { customersPath } from '../../parts/paths.ts';
import { useCounts } from './queries.ts';
import './customers.css';
import { FilterChoice } from './filter-choice.tsx';
import { ListBody } from './list-body.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchResult } from './search-result.tsx';
import { readUrlState, writeUrlState } from './url-state.ts';

export function CustomersPage() {
  const t = useTranslations('customers');
  const { subaccountId = '' } = useParams();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const state = readUrlState(query);
  const counts = useCounts(subaccountId).data ?? [];
  usePageTitle(t('title'));
  const path = customersPath(subaccountId);
  const list = path + writeUrlState({ ...state, search: null });
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={t('description')}>
          {t('title')}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <SearchBox
          search={state.search}
          onSearch={(search) => void navigate(path + writeUrlState({ ...state, search }))}
        />
        {state.search === null ? (
          <SpaceBetween size="xs">
            <FilterChoice path={path} filter={state.filter} counts={counts} />
            <ListBody subaccountId={subaccountId} path={path} state={state} counts={counts} />
          </SpaceBetween>
        ) : (
          <SearchResult
            key={state.search}
            subaccountId={subaccountId}
            search={state.search}
            path={path}
            back={list}
          />
        )}
      </SpaceBetween>
    </ContentLayout>
  );
}

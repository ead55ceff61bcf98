// The way back to the list of customers, with its filter and place where one came from there.

import Icon from '@cloudscape-design/components/icon';
import Link from '@cloudscape-design/components/link';
import { useLocation, useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { customersPath } from '../../parts/paths.ts';
import { listBehind } from './list-behind.ts';

export function BackLink({ subaccountId }: { subaccountId: string }) {
  const t = useTranslations('customer');
  const navigate = useNavigate();
  const state: unknown = useLocation().state;
  const list = customersPath(subaccountId);
  const behind = listBehind(state, list);
  return (
    <Link
      href={behind ?? list}
      onFollow={(event) => {
        event.preventDefault();
        // Going back keeps what the list has noted of its pages.
        void (behind === null ? navigate(list) : navigate(-1));
      }}
    >
      <Icon name="arrow-left" /> {t('back')}
    </Link>
  );
}

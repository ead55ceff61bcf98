// The way back to the list of customers, with its filter and place where one came from there.

import Icon from '@cloudscape-design/components/icon';
import Link from '@cloudscape-design/components/link';
import { useLocation, useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import * as z from 'zod/mini';

const arrival = z.object({ from: z.string() });

/** The list that one came from, as it was; null where one came from elsewhere. Links of the console note where they stand. */
export function listBehind(historyState: unknown, list: string): string | null {
  const parsed = arrival.safeParse(historyState);
  if (!parsed.success) return null;
  const { from } = parsed.data;
  return from === list || from.startsWith(`${list}?`) ? from : null;
}

export function BackLink({ subaccountId }: { subaccountId: string }) {
  const t = useTranslations('customer');
  const navigate = useNavigate();
  const state: unknown = useLocation().state;
  const list = `/subaccounts/${encodeURIComponent(subaccountId)}/customers`;
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

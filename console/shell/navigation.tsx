// The pages of a subaccount, and for admins those of the whole deployment.

import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { useLocation, useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { useSession } from '../api/api-provider.tsx';
import { subaccountPath } from '../parts/paths.ts';

export function Navigation({
  subaccountId,
  onChosen,
}: {
  subaccountId: string | null;
  onChosen: () => void;
}) {
  const t = useTranslations('shell');
  const { person } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const items = itemsFor(subaccountId, person.role === 'admin', t);
  return (
    <SideNavigation
      header={{ text: subaccountId ?? t('product'), href: '/' }}
      items={items}
      activeHref={activeHref(pathname, items)}
      onFollow={(event) => {
        if (event.detail.external === true) return;
        event.preventDefault();
        void navigate(event.detail.href);
        onChosen();
      }}
    />
  );
}

function itemsFor(
  subaccountId: string | null,
  isAdmin: boolean,
  t: ReturnType<typeof useTranslations<'shell'>>,
): SideNavigationProps.Item[] {
  const base = subaccountId === null ? null : subaccountPath(subaccountId);
  const link = (text: string, href: string): SideNavigationProps.Link => ({ type: 'link', text, href });
  return [
    ...(isAdmin ? [link(t('subaccounts'), '/subaccounts')] : []),
    ...(base === null
      ? []
      : [
          link(t('customers'), `${base}/customers`),
          link(t('policy'), `${base}/policy`),
          link(t('insights'), `${base}/insights`),
        ]),
    ...(isAdmin ? [{ type: 'divider' as const }, link(t('operations'), '/operations')] : []),
  ];
}

/** A customer's page belongs to the customers. */
function activeHref(pathname: string, items: readonly SideNavigationProps.Item[]): string {
  const hrefs = items.flatMap((item) => (item.type === 'link' ? [item.href] : []));
  return hrefs.toReversed().find((href) => pathname === href || pathname.startsWith(`${href}/`)) ?? '';
}

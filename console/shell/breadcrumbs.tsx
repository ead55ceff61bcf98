// Where one is, from the subaccount down to the customer, read from the address.

import BreadcrumbGroup, { type BreadcrumbGroupProps } from '@cloudscape-design/components/breadcrumb-group';
import { useLocation, useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';

const pages = ['customers', 'policy', 'insights', 'operations', 'subaccounts'] as const;

export function Breadcrumbs() {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const items = crumbsOf(pathname).map(({ text, href }) => {
    const page = pages.find((name) => name === text);
    return { text: page === undefined ? readable(text) : t(page), href };
  });
  return (
    <BreadcrumbGroup
      items={items}
      ariaLabel={t('breadcrumbs')}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(event.detail.href);
      }}
    />
  );
}

/** A part of an address as people read it; what is no valid encoding stays as it is. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Each part of a path with the address that ends with it: `/subaccounts/metro` is known as `metro` alone. */
function crumbsOf(pathname: string): readonly BreadcrumbGroupProps.Item[] {
  const parts = pathname.split('/').filter((part) => part !== '');
  const crumbs = parts.map((text, index) => ({ text, href: `/${parts.slice(0, index + 1).join('/')}` }));
  return crumbs.length > 1 && parts[0] === 'subaccounts' ? crumbs.slice(1) : crumbs;
}

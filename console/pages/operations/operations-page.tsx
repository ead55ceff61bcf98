import { useTranslations } from 'use-intl';
import { usePageTitle } from '../../parts/page-title.ts';

export function OperationsPage() {
  const t = useTranslations('operations');
  usePageTitle(t('title'));
  return <h1>{t('title')}</h1>;
}

import Table from '@cloudscape-design/components/table';
import { useTranslations } from 'use-intl';
import type { Change } from './difference.ts';
import { useRuleText } from './rule-text.ts';

/** Changes of rules in words: what, from, to. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const t = useTranslations('policy');
  const textOf = useRuleText();
  return (
    <Table
      variant="embedded"
      wrapLines
      items={changes}
      trackBy="field"
      ariaLabels={{ tableLabel: t('change.list') }}
      columnDefinitions={[
        {
          id: 'field',
          header: t('change.field'),
          isRowHeader: true,
          cell: ({ field }) => t(`fields.${field}.label`),
        },
        { id: 'from', header: t('change.from'), cell: ({ field, from }) => textOf(field, from) },
        { id: 'to', header: t('change.to'), cell: ({ field, to }) => textOf(field, to) },
      ]}
    />
  );
}

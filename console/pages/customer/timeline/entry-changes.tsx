// What an entry changed, field by field, for those who want to know exactly.

import Button from '@cloudscape-design/components/button';
import { useTranslations } from 'use-intl';
import { Moment } from '../../../parts/moment.tsx';
import { useRiskLevelText } from '../../../parts/risk-level.ts';
import type { AuditEntry } from '../customer-types.ts';
import { useReasonCodeText, useStatusText } from '../use-words.ts';
import { type Change, changesOf, type Shown } from './changes.ts';

export function EntryChanges({
  entry,
  isOpen,
  onToggle,
}: {
  entry: AuditEntry;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}) {
  const t = useTranslations('customer.timeline');
  const changes = changesOf(entry);
  if (changes.length === 0) return null;
  return (
    <>
      <Button
        variant="inline-link"
        iconName={isOpen ? 'caret-down-filled' : 'caret-right-filled'}
        ariaLabel={t('changesOf', { version: entry.version })}
        ariaExpanded={isOpen}
        onClick={() => onToggle(!isOpen)}
      >
        {t('changes')}
      </Button>
      {isOpen && <ChangesTable version={entry.version} changes={changes} />}
    </>
  );
}

function ChangesTable({ version, changes }: { version: number; changes: readonly Change[] }) {
  const t = useTranslations('customer.timeline');
  return (
    <table className="changes">
      <caption className="unseen">{t('changesOf', { version })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{t(`fields.${field}`)}</th>
            <td>
              <ShownValue value={before} />
            </td>
            <td>
              <ShownValue value={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ShownValue({ value }: { value: Shown }) {
  const t = useTranslations('customer.timeline');
  const statusText = useStatusText();
  const reasonText = useReasonCodeText();
  const levelText = useRiskLevelText();
  switch (value.as) {
    case 'none':
      return '–';
    case 'flag':
      return t(value.value ? 'yes' : 'no');
    case 'time':
      return <Moment at={value.value} />;
    case 'status':
      return statusText(value.value);
    case 'reason':
      return reasonText(value.value);
    case 'level':
      return levelText(value.value);
    case 'text':
      return <bdi>{value.value}</bdi>;
  }
}

// The dead letters one by one: a table, or on a phone blocks with the same in them.

import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useTranslations } from 'use-intl';
import { useIsNarrow } from '../../parts/narrow.ts';
import { isRedrivable } from './causes.ts';
import { About, Cause, EventName, Failed, LetterBlock, Tries, Waiting } from './letter-cells.tsx';
import type { DeadLetter } from './operations-types.ts';

export function DeadLetterTable({
  letters,
  selected,
  nowMs,
  onSelect,
}: {
  letters: readonly DeadLetter[];
  selected: readonly DeadLetter[];
  /** What ages are told from. */
  nowMs: number;
  onSelect: (letters: readonly DeadLetter[]) => void;
}) {
  const t = useTranslations('operations.letters');
  const columns = useColumns(nowMs);
  return (
    <Table
      variant="embedded"
      trackBy="message_id"
      wrapLines
      items={letters}
      columnDefinitions={columns}
      selectionType="multi"
      selectedItems={selected}
      isItemDisabled={(letter) => !isRedrivable(letter)}
      onSelectionChange={({ detail }) => onSelect(detail.selectedItems)}
      ariaLabels={{
        tableLabel: t('list'),
        selectionGroupLabel: t('selection'),
        allItemsSelectionLabel: () => t('selectAll'),
        itemSelectionLabel: (_, { event_id }) =>
          event_id === null ? t('notRedrivable') : t('select', { event: event_id }),
      }}
    />
  );
}

function useColumns(nowMs: number): readonly TableProps.ColumnDefinition<DeadLetter>[] {
  const t = useTranslations('operations.letters.columns');
  const isNarrow = useIsNarrow();
  const event = { id: 'event', header: t('event'), isRowHeader: true };
  if (isNarrow) return [{ ...event, cell: (letter) => <LetterBlock letter={letter} nowMs={nowMs} /> }];
  return [
    { ...event, cell: (letter) => <EventName letter={letter} />, minWidth: 200 },
    { id: 'about', header: t('about'), cell: (letter) => <About letter={letter} />, minWidth: 150 },
    { id: 'cause', header: t('cause'), cell: (letter) => <Cause letter={letter} />, minWidth: 170 },
    { id: 'tries', header: t('tries'), cell: (letter) => <Tries letter={letter} />, minWidth: 70 },
    { id: 'failed', header: t('failed'), cell: (letter) => <Failed letter={letter} />, minWidth: 150 },
    {
      id: 'age',
      header: t('age'),
      cell: (letter) => <Waiting letter={letter} nowMs={nowMs} />,
      minWidth: 110,
    },
  ];
}

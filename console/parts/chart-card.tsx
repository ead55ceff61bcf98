// A chart with its numbers behind it: as a table that everybody can read, and as a CSV file.

import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type CsvCell, downloadCsv } from './csv.ts';

export type ChartTable = {
  /** The names of the columns, as people read them. */
  columns: readonly string[];
  rows: readonly (readonly CsvCell[])[];
};

export function ChartCard({
  title,
  description,
  fileName,
  table,
  fitHeight = false,
  children,
}: {
  title: string;
  description?: string;
  /** Without `.csv`. */
  fileName: string;
  table: ChartTable;
  /** As high as what stands beside it. */
  fitHeight?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('common.chart');
  const format = useFormatter();
  return (
    <Container
      fitHeight={fitHeight}
      header={
        <Header
          variant="h2"
          {...(description !== undefined && { description })}
          actions={
            <Button
              iconName="download"
              ariaLabel={t('downloadOf', { title })}
              onClick={() => downloadCsv(fileName, [table.columns, ...table.rows])}
            >
              {t('download')}
            </Button>
          }
        >
          {title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {children}
        <ExpandableSection headerText={t('table')} headerAriaLabel={t('tableOf', { title })}>
          <Table
            variant="embedded"
            ariaLabels={{ tableLabel: title }}
            items={table.rows}
            columnDefinitions={table.columns.map((column, index) => ({
              id: column,
              header: column,
              isRowHeader: index === 0,
              cell: (row: readonly CsvCell[]) => {
                const value = row[index] ?? null;
                return typeof value === 'number' ? format.number(value) : (value ?? '–');
              },
            }))}
          />
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

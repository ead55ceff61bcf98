// A list of customers: a table, or on a phone blocks with the same in them.

import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useIsNarrow } from '../../parts/narrow.ts';
import { Attempts, CustomerBlock, CustomerLink, Risk, Since, Standing, Why } from './customer-cells.tsx';
import { type Customer, type ListName, sinceKind } from './lists.ts';
import type { Steady } from './list-difference.ts';

export type CustomerTableProps = {
  list: ListName;
  /** Null while they are awaited. */
  rows: Steady<Customer> | null;
  /** The address of the customers' page, without a query. */
  path: string;
  title: string;
  /** Behind the title, such as `(37)`. */
  counter?: string | undefined;
  /** What is asked of whoever reads it. */
  description?: string;
  actions?: ReactNode;
  pagination?: ReactNode;
  empty?: ReactNode;
  footer?: ReactNode;
  /** How many rows stand in for those that are awaited. */
  awaited?: number;
};

export function CustomerTable(props: CustomerTableProps) {
  const { rows, title, counter, description, actions, pagination, empty, footer, awaited = 3 } = props;
  const t = useTranslations('customers');
  const columns = useColumns(props);
  return (
    <Table
      variant="container"
      trackBy="id"
      wrapLines
      items={rows?.rows ?? []}
      columnDefinitions={columns}
      loading={rows === null}
      loadingText={t('loading')}
      skeleton={{ totalRows: awaited }}
      ariaLabels={{ tableLabel: title }}
      header={
        <Header
          variant="h2"
          {...(counter !== undefined && { counter })}
          {...(description !== undefined && { description })}
          actions={actions}
        >
          {title}
        </Header>
      }
      pagination={pagination}
      empty={empty}
      footer={footer}
    />
  );
}

function useColumns({
  list,
  rows,
  path,
}: CustomerTableProps): readonly TableProps.ColumnDefinition<Customer>[] {
  const t = useTranslations('customers.columns');
  const isNarrow = useIsNarrow();
  const isGone = (customer: Customer): boolean => rows?.gone.has(customer.id) ?? false;
  const link = (customer: Customer) => (
    <CustomerLink id={customer.id} href={`${path}/${encodeURIComponent(customer.id)}`} />
  );
  const customer = { id: 'customer', header: t('customer'), isRowHeader: true };
  if (isNarrow) {
    return [
      {
        ...customer,
        cell: (row) => <CustomerBlock customer={row} list={list} isGone={isGone(row)} link={link(row)} />,
      },
    ];
  }
  // Shares of the width, not of what is in them: an update must not make other rows wrap anew.
  return [
    { ...customer, cell: link, width: '15%' },
    { id: 'status', header: t('status'), cell: (row) => <Standing customer={row} />, width: '19%' },
    { id: 'why', header: t('why'), cell: (row) => <Why customer={row} list={list} />, width: '27%' },
    {
      id: 'since',
      header: t(sinceKind(list)),
      cell: (row) => <Since customer={row} list={list} isGone={isGone(row)} />,
      width: '15%',
    },
    { id: 'risk', header: t('risk'), cell: (row) => <Risk customer={row} />, width: '14%' },
    { id: 'attempts', header: t('attempts'), cell: (row) => <Attempts customer={row} />, width: '10%' },
  ];
}

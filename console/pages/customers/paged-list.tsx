// One list, page by page, in the order that was chosen.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useLocation, useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { useCountText } from './count-text.ts';
import { CustomerTable } from './customer-table.tsx';
import { type CustomerCount, type ListName, ownOrder } from './lists.ts';
import { trailBehind, trailOf } from './page-trail.ts';
import type { SteadyList } from './steady-lists.ts';
import { type UrlState, writeUrlState } from './url-state.ts';

export function PagedList({
  list,
  shown,
  path,
  state,
  count,
}: {
  list: ListName;
  /** Null while it is awaited. */
  shown: SteadyList | null;
  path: string;
  state: UrlState;
  count: CustomerCount | undefined;
}) {
  const t = useTranslations('customers');
  const countText = useCountText();
  return (
    <CustomerTable
      list={list}
      rows={shown}
      path={path}
      title={t(`filters.${list}`)}
      counter={count === undefined ? undefined : `(${countText(count)})`}
      description={t(`asked.${list}`)}
      actions={<OrderChoice list={list} path={path} state={state} />}
      pagination={<PageButtons path={path} state={state} nextCursor={shown?.nextCursor ?? null} />}
      empty={
        <Box padding="m" color="text-body-secondary">
          {t(state.cursor === null ? `empty.${list}` : 'empty.page')}
        </Box>
      }
      awaited={10}
    />
  );
}

function OrderChoice({ list, path, state }: { list: ListName; path: string; state: UrlState }) {
  const t = useTranslations('customers.order');
  const navigate = useNavigate();
  const options = (['oldest', 'newest'] as const).map((value) => ({ value, label: t(value) }));
  const order = state.order ?? ownOrder(list);
  return (
    <Select
      inlineLabelText={t('label')}
      options={options}
      selectedOption={options.find(({ value }) => value === order) ?? null}
      onChange={({ detail }) => {
        const chosen = options.find(({ value }) => value === detail.selectedOption.value);
        if (chosen === undefined) return;
        void navigate(path + writeUrlState({ ...state, order: chosen.value, cursor: null }), {
          preventScrollReset: true,
        });
      }}
    />
  );
}

/** Nothing where there is one page. A page that was reached by its address alone leads back to the first. */
function PageButtons({
  path,
  state,
  nextCursor,
}: {
  path: string;
  state: UrlState;
  nextCursor: string | null;
}) {
  const t = useTranslations('customers.pages');
  const navigate = useNavigate();
  const location = useLocation();
  const trail = trailOf(location.state, state.cursor);
  if (state.cursor === null && nextCursor === null) return null;
  const go = (cursor: string | null, kept: object | null): void => {
    void navigate(path + writeUrlState({ ...state, cursor }), { state: kept, preventScrollReset: true });
  };
  const before = trail?.at(-1) ?? null;
  return (
    <nav aria-label={t('label')}>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button
          iconName="angle-left"
          disabled={state.cursor === null}
          disabledReason={t('isFirst')}
          onClick={() => go(before, trail === null ? null : { trail: trail.slice(0, -1) })}
        >
          {t(trail === null ? 'first' : 'previous')}
        </Button>
        {trail !== null && <Box variant="span">{t('page', { number: trail.length + 1 })}</Box>}
        <Button
          iconName="angle-right"
          iconAlign="right"
          disabled={nextCursor === null}
          disabledReason={t('isLast')}
          onClick={() => go(nextCursor, trailBehind(trail, state.cursor))}
        >
          {t('next')}
        </Button>
      </SpaceBetween>
    </nav>
  );
}

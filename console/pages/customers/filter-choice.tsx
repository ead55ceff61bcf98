// The lists to choose from, each with how many customers are in it. Each is a page with an address of its own.

import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import Select from '@cloudscape-design/components/select';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { useIsNarrow } from '../../parts/narrow.ts';
import { useCountText } from './count-text.ts';
import { type CustomerCount, type Filter, filters } from './lists.ts';
import { startState, writeUrlState } from './url-state.ts';

export type FilterChoiceProps = {
  /** The address of this page, without a query. */
  path: string;
  filter: Filter;
  counts: readonly CustomerCount[];
};

export function FilterChoice(props: FilterChoiceProps) {
  return useIsNarrow() ? <FilterSelect {...props} /> : <FilterLinks {...props} />;
}

function FilterLinks({ path, filter, counts }: FilterChoiceProps) {
  const t = useTranslations('customers');
  const navigate = useNavigate();
  const countText = useCountText();
  return (
    <nav aria-label={t('lists')} className="filter-links">
      {filters.map((id) => {
        const count = counts.find((counted) => counted.filter === id);
        const href = path + writeUrlState({ ...startState, filter: id });
        return (
          <Button
            key={id}
            variant={id === filter ? 'primary' : 'normal'}
            href={href}
            nativeAnchorAttributes={id === filter ? { 'aria-current': 'page' } : {}}
            onFollow={(event) => {
              event.preventDefault();
              void navigate(href);
            }}
          >
            {t(`filters.${id}`)}
            {count !== undefined && (
              <span className="filter-count">
                <Badge color={isUrgent(count) ? 'severity-medium' : 'grey'}>{countText(count)}</Badge>
              </span>
            )}
          </Button>
        );
      })}
    </nav>
  );
}

function FilterSelect({ path, filter, counts }: FilterChoiceProps) {
  const t = useTranslations('customers');
  const navigate = useNavigate();
  const countText = useCountText();
  const options = filters.map((value) => {
    const count = counts.find((counted) => counted.filter === value);
    return {
      value,
      label: t(`filters.${value}`),
      ...(count !== undefined && { labelTag: countText(count) }),
    };
  });
  return (
    <Select
      inlineLabelText={t('list')}
      triggerVariant="option"
      options={options}
      selectedOption={options.find(({ value }) => value === filter) ?? null}
      onChange={({ detail }) => {
        const chosen = filters.find((id) => id === detail.selectedOption.value);
        if (chosen !== undefined) void navigate(path + writeUrlState({ ...startState, filter: chosen }));
      }}
    />
  );
}

/** Only what asks for somebody's work stands out. */
function isUrgent({ filter, count }: CustomerCount): boolean {
  return count > 0 && (filter === 'required' || filter === 'alternative_requested' || filter === 'failed');
}

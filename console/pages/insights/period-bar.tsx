// Which days are told of, and at what price: all that can be chosen on the page.

import Container from '@cloudscape-design/components/container';
import DateRangePicker, { type DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import { useTranslations } from 'use-intl';
import { CurrencyField, PriceField } from '../../parts/price/price-fields.tsx';
import { dayOf, faultOf, longestDays, type Period, periodOf, presetOf, presets } from './period.ts';
import type { Price } from '../../parts/price/price.ts';

const relativeOptions = presets.map((amount) => ({
  key: `last-${amount}`,
  type: 'relative' as const,
  amount,
  unit: 'day' as const,
}));

export function PeriodBar({
  period,
  price,
  now,
  onPeriod,
  onPrice,
}: {
  period: Period;
  price: Price;
  now: number;
  onPeriod: (period: Period) => void;
  onPrice: (price: Price) => void;
}) {
  const t = useTranslations('insights.period');
  const validate: DateRangePickerProps['isValidRange'] = (value) => {
    const fault = value === null ? 'noDay' : faultOf(periodOf(value, now));
    return fault === null
      ? { valid: true }
      : { valid: false, errorMessage: t(`faults.${fault}`, { most: longestDays }) };
  };
  return (
    <Container>
      <Grid
        gridDefinition={[
          { colspan: { default: 12, s: 6 } },
          { colspan: { default: 12, s: 3 } },
          { colspan: { default: 12, s: 3 } },
        ]}
      >
        <FormField label={t('label')} description={t('description', { most: longestDays })}>
          <DateRangePicker
            dateOnly
            dateInputFormat="iso"
            absoluteFormat="long-localized"
            value={valueOf(period, now)}
            relativeOptions={relativeOptions}
            customRelativeRangeUnits={['day', 'week']}
            isValidRange={validate}
            isDateEnabled={(date) => localDay(date) <= dayOf(now)}
            showClearButton={false}
            onChange={({ detail }) => {
              const { value } = detail;
              if (value !== null && faultOf(periodOf(value, now)) === null) onPeriod(periodOf(value, now));
            }}
          />
        </FormField>
        <PriceField price={price} onPrice={onPrice} />
        <CurrencyField price={price} onPrice={onPrice} />
      </Grid>
    </Container>
  );
}

/** A preset is named as one. */
function valueOf(period: Period, now: number): DateRangePickerProps.Value {
  const preset = presetOf(period, now);
  return (
    relativeOptions.find(({ amount }) => amount === preset) ?? {
      type: 'absolute',
      startDate: period.from,
      endDate: period.to,
    }
  );
}

/** The day that the calendar shows for a date: the calendar counts in the viewer's zone. */
function localDay(date: Date): string {
  const midnightUtcMs = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return dayOf(midnightUtcMs);
}

// What a verification costs and in which currency. A price counts once its field is left, or with Enter.

import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useMemo, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language-provider.tsx';
import { highestPrice, parsePrice, type Price } from './price.ts';
import { rememberPrice } from './price-memory.ts';

export type PriceFieldProps = {
  price: Price;
  /** Gets a price once it is typed or chosen; it is remembered already. */
  onPrice: (price: Price) => void;
};

export function PriceField({ price, onPrice }: PriceFieldProps) {
  const t = useTranslations('common.price');
  const format = useFormatter();
  /** Null while nothing is being typed. */
  const [typed, setTyped] = useState<string | null>(null);
  const isFaulty = typed !== null && parsePrice(typed) === null;
  const settle = (): void => {
    const perVerification = parsePrice(typed ?? '');
    if (perVerification === null) return;
    setTyped(null);
    if (perVerification !== price.perVerification) choose({ ...price, perVerification }, onPrice);
  };
  return (
    <FormField
      label={t('label')}
      description={t('description')}
      errorText={isFaulty ? t('fault', { most: highestPrice }) : undefined}
    >
      <Input
        value={
          typed ??
          format.number(price.perVerification, {
            useGrouping: false,
            minimumFractionDigits: 2,
            maximumFractionDigits: 4,
          })
        }
        inputMode="decimal"
        onChange={({ detail }) => setTyped(detail.value)}
        onBlur={settle}
        onKeyDown={({ detail }) => {
          if (detail.key === 'Enter') settle();
        }}
      />
    </FormField>
  );
}

export function CurrencyField({ price, onPrice }: PriceFieldProps) {
  const t = useTranslations('common.currency');
  const { language } = useLanguage();
  const options = useMemo(() => currencyOptions(language), [language]);
  const { currency } = price;
  return (
    <FormField label={t('label')} description={t('description')}>
      <Select
        options={options}
        selectedOption={
          options.find(({ value }) => value === currency) ?? { value: currency, label: currency }
        }
        filteringType="auto"
        filteringPlaceholder={t('filter')}
        filteringAriaLabel={t('filter')}
        virtualScroll
        expandToViewport
        empty={t('none')}
        onChange={({ detail }) =>
          choose({ ...price, currency: detail.selectedOption.value ?? currency }, onPrice)
        }
      />
    </FormField>
  );
}

function choose(price: Price, onPrice: (price: Price) => void): void {
  rememberPrice(price);
  onPrice(price);
}

function currencyOptions(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: value,
    description: names.of(value) ?? value,
  }));
}

// What one verification costs, as the lead knows it: Stripe's price differs by business and country.

import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language-provider.tsx';
import type { Price } from './what-if.ts';

export function PriceFields({ price, onChange }: { price: Price; onChange: (price: Price) => void }) {
  const t = useTranslations('policy.whatIf');
  const [typed, setTyped] = useState(String(price.price_per_verification));
  const currencies = useCurrencies();
  const isFaulty = readPrice(typed) === null;
  return (
    <div className="policy-price">
      <FormField label={t('price')} errorText={isFaulty ? t('priceFault') : undefined}>
        <Input
          inputMode="decimal"
          value={typed}
          onChange={({ detail }) => {
            setTyped(detail.value);
            const amount = readPrice(detail.value);
            if (amount !== null) onChange({ ...price, price_per_verification: amount });
          }}
        />
      </FormField>
      <FormField label={t('currency')}>
        <Select
          selectedOption={currencies.find(({ value }) => value === price.currency) ?? null}
          options={currencies}
          filteringType="auto"
          filteringAriaLabel={t('findCurrency')}
          filteringPlaceholder={t('findCurrency')}
          expandToViewport
          onChange={({ detail }) => onChange({ ...price, currency: detail.selectedOption.value ?? 'USD' })}
        />
      </FormField>
    </div>
  );
}

/** With a point or a comma before the cents. */
function readPrice(text: string): number | null {
  if (!/^\d{1,5}([.,]\d{1,4})?$/.test(text.trim())) return null;
  const amount = Number(text.trim().replace(',', '.'));
  return amount <= 10_000 ? amount : null;
}

function useCurrencies(): { value: string; label: string; description: string }[] {
  const { language } = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((value) => ({
      value,
      label: value,
      description: names.of(value) ?? value,
    }));
  }, [language]);
}

// Words that several parts of this page need.

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useReasonText } from '../../parts/requirement-reason.ts';

/** The reason of a requirement, from the API's code alone. */
export function useReasonCodeText(): (code: string) => string {
  const textOf = useReasonText();
  return (code) =>
    textOf({
      identity_verification_required_reason: code,
      identity_verification_required_reason_text: null,
    }) ?? code;
}

/** Names countries by ISO 3166-1 alpha-2; what isn't a code stays as it is. */
export function useCountryName(): (code: string) => string {
  const locale = useLocale();
  const names = useMemo(
    () => new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }),
    [locale],
  );
  return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
}

const statuses = ['none', 'pending', 'verified', 'requires_input', 'failed', 'canceled'] as const;

export function useStatusText(): (status: string | null) => string {
  const t = useTranslations('customer.statuses');
  return (status) => {
    const known = statuses.find((candidate) => candidate === (status ?? 'none'));
    return known === undefined ? (status ?? '') : t(known);
  };
}

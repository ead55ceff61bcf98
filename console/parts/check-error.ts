// Why a check of Stripe's didn't go through, in a few words for operators and in the viewer's language.

import { useTranslations } from 'use-intl';
import type { Messages } from '../messages/en/index.ts';

type KnownError = keyof Messages['common']['checkErrors'];

const known: Record<KnownError, true> = {
  abandoned: true,
  age_unconfirmed: true,
  consent_declined: true,
  country_not_supported: true,
  device_not_supported: true,
  document_expired: true,
  document_type_not_supported: true,
  document_unverified_other: true,
  email_unverified_other: true,
  email_verification_declined: true,
  id_number_insufficient_document_data: true,
  id_number_mismatch: true,
  id_number_unverified_other: true,
  phone_unverified_other: true,
  phone_verification_declined: true,
  selfie_document_missing_photo: true,
  selfie_face_mismatch: true,
  selfie_manipulated: true,
  selfie_unverified_other: true,
  under_minimum_age: true,
  under_supported_age: true,
};

/** Says what a code means; a code that came later is shown as it is. */
export function useCheckErrorText(): (code: string) => string {
  const t = useTranslations('common.checkErrors');
  return (code) => (isKnown(code) ? t(code) : code);
}

function isKnown(code: string): code is KnownError {
  return Object.hasOwn(known, code);
}

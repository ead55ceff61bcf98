import type { NextStepTexts } from './next-step-texts.ts';

export const english: NextStepTexts = {
  steps: {
    abandoned: 'The check was not finished. Please start again and complete all steps.',
    consent_declined:
      'You declined the check. You can start again and agree, or ask support for another way to verify.',
    country_not_supported: 'We can’t check documents from your country here. Please contact support.',
    device_not_supported:
      'Your device can’t do this check. Please try again on a phone with a working camera.',
    document_expired: 'Your document has expired. Please try again with one that is still valid.',
    document_type_not_supported:
      'This kind of document can’t be used. Please try again with one of the documents that the check names.',
    document_unverified_other:
      'We couldn’t read your document. Please try again in good light, with the whole document in the picture.',
    email_unverified_other: 'We couldn’t confirm your email address. Please check it and try again.',
    email_verification_declined: 'Your email address was not confirmed. Please try again and enter the code.',
    id_number_insufficient_document_data:
      'Your document doesn’t show enough to check your ID number. Please try again with another document.',
    id_number_mismatch: 'The ID number doesn’t match your document. Please check it and try again.',
    id_number_unverified_other: 'We couldn’t confirm your ID number. Please check it and try again.',
    phone_unverified_other: 'We couldn’t confirm your phone number. Please check it and try again.',
    phone_verification_declined: 'Your phone number was not confirmed. Please try again and enter the code.',
    selfie_document_missing_photo:
      'Your document shows no photo of you. Please try again with a document that does.',
    selfie_face_mismatch:
      'Your selfie didn’t match the photo on your document. Please try again with your own document, facing the camera.',
    selfie_manipulated:
      'The selfie couldn’t be accepted. Please take a new one with your camera, without filters.',
    selfie_unverified_other:
      'We couldn’t check your selfie. Please try again in good light, with your face uncovered.',
    under_supported_age: 'You are too young to be verified here. Please contact support.',
    under_minimum_age: 'You are younger than this service allows. Please contact support.',
    age_unconfirmed: 'We couldn’t confirm your age. Please contact support.',
  },
  general: 'The check didn’t go through. Please try again, or contact support if it keeps failing.',
};

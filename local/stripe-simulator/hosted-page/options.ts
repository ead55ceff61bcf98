/** The choices of the hosted page's form. */
import { type Html, html } from './html.ts';

/** The outcomes by what a tester is looking for. Leaving, declining and canceling are buttons of their own. */
const OUTCOME_GROUPS: readonly (readonly [group: string, outcomes: Readonly<Record<string, string>>])[] = [
  ['Success', { verified: 'Verified' }],
  [
    'Document',
    {
      document_expired: 'Document has expired',
      document_type_not_supported: 'Document type is not supported',
      document_unverified_other: 'Document could not be verified',
    },
  ],
  [
    'Selfie',
    {
      selfie_face_mismatch: 'Face does not match the document',
      selfie_document_missing_photo: 'Document has no photo of a face',
      selfie_manipulated: 'Selfie was manipulated',
      selfie_unverified_other: 'Selfie could not be verified',
    },
  ],
  [
    'ID number',
    {
      id_number_mismatch: 'ID number does not match',
      id_number_insufficient_document_data: 'Document says too little for the check',
      id_number_unverified_other: 'ID number could not be verified',
    },
  ],
  [
    'Person or device',
    {
      under_supported_age: 'Under the supported age',
      country_not_supported: 'Country is not supported',
      device_not_supported: 'Device has no usable camera',
    },
  ],
  [
    'Email and phone',
    {
      email_unverified_other: 'Email could not be verified',
      email_verification_declined: 'Email verification declined',
      phone_unverified_other: 'Phone could not be verified',
      phone_verification_declined: 'Phone verification declined',
    },
  ],
];

/** Every outcome, in groups. */
export function outcomeOptions(selected: string): Html[] {
  return OUTCOME_GROUPS.map(([group, outcomes]) => optionGroup(group, outcomes, selected));
}

function optionGroup(group: string, outcomes: Readonly<Record<string, string>>, selected: string): Html {
  const options = Object.entries(outcomes).map(([outcome, name]) => option(outcome, name, selected));
  return html`<optgroup label="${group}">${options}</optgroup>`;
}

export function option(value: string, name: string, selected: string): Html {
  const mark = value === selected ? html`selected` : html``;
  return html`<option value="${value}" ${mark}>${name}</option>`;
}

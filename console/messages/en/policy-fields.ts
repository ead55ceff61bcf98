// The fields of a policy: what each does to riders, and what may be typed into it.
export const policyFields = {
  fields: {
    identity_verification_mode: {
      label: 'Verification mode',
      help: 'Decides which riders are asked to verify before they may ride.',
    },
    identity_verification_risk_threshold: {
      label: 'Risk threshold',
      help: 'Riders whose payment got this risk score or a higher one are asked to verify. Stripe’s levels count as: normal 10, elevated 50, highest 75.',
    },
    identity_unscored_payment: {
      label: 'Payments without a risk score',
      help: 'What happens to riders whose payment Stripe could not score.',
    },
    identity_risk_evaluation: {
      label: 'Payments that count',
      help: 'Which of a rider’s successful payments are looked at.',
    },
    identity_blocked_charge_triggers: {
      label: 'Count blocked payments too',
      help: 'Riders whose payment Stripe blocked are judged by it as by a successful one.',
    },
    identity_exempt_customers_created_before: {
      label: 'Exempt existing customers',
      help: 'Riders who signed up before this moment are let ride without verifying.',
    },
    identity_document_expiry_reminders: {
      label: 'Remind before a document expires',
      help: 'Verified riders get a push 30, 7 and 1 days before their document expires. Holds for documents verified from now on.',
    },
    identity_document_expiry_reverification: {
      label: 'Verify again after a document expires',
      help: 'Riders whose document has expired can’t ride until they have verified with a new one. Holds for documents verified from now on.',
    },
    identity_verification_flow: {
      label: 'Stripe verification flow',
      help: 'Riders go through a flow that you set up at Stripe, instead of the settings below.',
    },
    identity_allowed_document_types: {
      label: 'Accepted documents',
      help: 'Riders can verify with these documents only.',
    },
    identity_require_live_capture: {
      label: 'Require live photos',
      help: 'Riders have to photograph the document with the camera; pictures from the gallery are refused.',
    },
    identity_require_selfie: {
      label: 'Require a selfie',
      help: 'Riders also take a selfie, which Stripe compares with the document. Who declines asks you for another way.',
    },
    identity_minimum_age: {
      label: 'Minimum age',
      help: 'Riders younger than this fail verification. So does everybody whose birth date can’t be read: it needs a restricted Stripe key.',
    },
    identity_max_attempts: {
      label: 'Attempts',
      help: 'After this many failed checks a rider has failed, and only you can give new attempts.',
    },
    identity_data_retention: {
      label: 'Verified data',
      help: 'Whether name, birth date and document of riders are kept here. Photos never are.',
    },
    identity_retention_days: {
      label: 'Delete after',
      help: 'So long after verifying, a rider’s data is removed here and at Stripe. The rider stays verified.',
    },
  },
  options: {
    identity_verification_mode: {
      risk_based: { label: 'By risk', help: 'Riders whose payment is risky are asked.' },
      all_users: { label: 'All riders', help: 'Nobody rides before verifying, except who is exempt.' },
      disabled: { label: 'Nobody', help: 'Only riders whom an operator asks have to verify.' },
    },
    identity_unscored_payment: {
      allow: { label: 'Let them ride', help: 'A missing score asks for nothing.' },
      require: { label: 'Ask them to verify', help: 'A missing score counts as too risky.' },
    },
    identity_risk_evaluation: {
      first_charge: { label: 'The first one', help: 'Later payments change nothing.' },
      every_charge: { label: 'Every one', help: 'Riders can be asked after any payment.' },
    },
    identity_data_retention: {
      verified_fields: { label: 'Keep, encrypted', help: 'Operators reveal it here; each look is audited.' },
      references_only: {
        label: 'Keep nothing',
        help: 'It is fetched from Stripe when an operator opens it; each look is audited.',
      },
    },
  },
  documents: { driving_license: 'Driving license', id_card: 'ID card', passport: 'Passport' },
  switch: { on: 'Yes', off: 'No' },
  optional: {
    identity_minimum_age: { none: 'No minimum age', some: 'At least', unit: 'years' },
    identity_retention_days: { none: 'Never delete by itself', some: 'Delete after', unit: 'days' },
    identity_verification_flow: { none: 'No flow: use the settings below', some: 'Use this flow' },
    identity_exempt_customers_created_before: { none: 'Nobody is exempt', some: 'Who signed up before' },
  },
  values: {
    years: '{count, plural, one {# year} other {# years}}',
    days: '{count, plural, one {# day} other {# days}}',
    attempts: '{count, plural, one {# attempt} other {# attempts}}',
    moment: '{local} ({utc})',
  },
  constraint: {
    range: 'A whole number from {least} to {most}. Default: {value}.',
    flow: 'An id from Stripe that begins with vf_. Default: {value}.',
    moment: 'Date and time in your time zone, {zone}. Default: {value}.',
    utc: 'In UTC: {utc}',
    documents: 'At least one. Default: {value}.',
    other: 'Default: {value}.',
  },
  faults: {
    number: 'Please type a whole number from {least} to {most}.',
    flow: 'Please type the id of a Stripe verification flow: vf_ and then letters, digits or underscores.',
    moment: 'Please choose a date and a time that exists on that day.',
    documents: 'Please choose at least one document.',
    refused: 'RideGate did not accept this: {message}',
    several:
      '{count, plural, one {One field needs your attention before you can save.} other {# fields need your attention before you can save.}}',
  },
  idle: {
    risk_only: 'No effect now: it counts in the mode “By risk” only.',
    score_only: 'Asks nobody to verify now: it only decides which score is kept and shown.',
    all_users_only: 'No effect now: it counts in the mode “All riders” only.',
    flow_decides: 'No effect now: the Stripe flow decides this.',
    flow_declined: 'The Stripe flow decides this; here it counts only for riders who decline the selfie.',
  },
  threshold: { slider: 'Risk threshold, slider', number: 'Risk threshold, number' },
  exemption: { date: 'Date', time: 'Time', openCalendar: 'Choose a date' },
};

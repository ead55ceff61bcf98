// The page where an operator tunes the policy.
export const policy = {
  title: 'Policy',
  description: 'Who is asked to verify, how, and what is kept. Changes hold from the moment they are saved.',
  version: 'Version {version} is in force.',
  loading: 'Loading the policy…',
  groups: {
    when: { title: 'When to verify', text: 'Who is asked to show who they are.' },
    how: { title: 'How to verify', text: 'What Stripe asks of riders who verify.' },
    data: { title: 'Data kept', text: 'What stays here after a verification.' },
  },
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
  documents: { driving_license: 'Driving licence', id_card: 'ID card', passport: 'Passport' },
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
  changed: { was: 'Changed. In force: {value}', undo: 'Undo', undoOf: 'Undo: {field}' },
  bar: {
    label: 'Changes that are not saved',
    none: 'Nothing changed.',
    changes:
      '{count, plural, =0 {Something is unfinished.} one {# change not saved.} other {# changes not saved.}}',
    consequence: 'Asked to verify: {flagged} of {seen}, {cost}.',
    reset: 'Reset',
    save: 'Review and save',
    settle: 'Please settle first which values hold where somebody else changed the same.',
    finish: 'Please complete the marked fields first.',
  },
  change: { field: 'Setting', from: 'Was', to: 'Becomes', list: 'Changes' },
  save: {
    title: 'Save the policy?',
    text: 'Version {version} becomes version {next}. It holds for riders at once.',
    confirm: 'Save',
    done: 'The policy is saved. Version {version} is in force.',
    blocked:
      '{count, plural, =0 {As soon as it is saved, nobody is blocked who may ride now.} one {As soon as it is saved, # customer is blocked who may ride now.} other {As soon as it is saved, # customers are blocked who may ride now.}}',
    allowed:
      '{count, plural, =0 {Nobody who is blocked now may ride again.} one {# customer who is blocked now may ride again.} other {# customers who are blocked now may ride again.}}',
    flagged:
      '{count, plural, =0 {Applying it to existing customers would ask nobody more to verify.} one {Once it is applied to existing customers, # more is asked to verify.} other {Once it is applied to existing customers, # more are asked to verify.}}',
    unknown: 'What it will do is still being counted.',
  },
  conflict: {
    newer: 'Somebody else saved version {version} while you were editing.',
    newerBy: '{actor} saved version {version} while you were editing.',
    newerText: 'Your changes are still here and not saved.',
    show: 'Show what changed',
    merged: 'Your changes now stand on top of version {version}.',
    mergedText:
      'Since version {from} others changed this; your changes are kept. Please look at them, then save again.',
    nothing: 'Others changed nothing that differs from before.',
    settle:
      '{count, plural, =0 {} one {One setting was changed by both of you. Please choose at the field which value holds.} other {# settings were changed by both of you. Please choose at each field which value holds.}}',
    same: 'Somebody else changed this too, to “{theirs}”. You have “{mine}”.',
    keep: 'Keep mine',
    take: 'Take theirs',
    keepOf: 'Keep mine: {field}',
    takeOf: 'Take theirs: {field}',
    adopted: 'Somebody else changed the policy. Version {version} is shown now.',
  },
  leave: {
    title: 'Leave without saving?',
    text: 'Your changes of the policy are not saved. When you leave, they are gone.',
    confirm: 'Leave without saving',
  },
  whatIf: {
    title: 'What this would do',
    asOf: 'As of policy version {version}.',
    loading: 'Counting customers…',
    counting: 'Counting again…',
    risk_based:
      'Customers with a risk score of {threshold} or more would be asked to verify: {flagged} of {seen}, for {cost}.',
    risk_based_unscored:
      'Customers with a risk score of {threshold} or more, or a payment without a score, would be asked to verify: {flagged} of {seen}, for {cost}.',
    all_users:
      'Everybody who hasn’t verified yet would be asked to: {flagged} of {seen} customers, for {cost}.',
    all_users_exempt:
      'Everybody who hasn’t verified yet and signed up since {moment} would be asked to: {flagged} of {seen} customers, for {cost}.',
    disabled: 'Nobody would be asked to verify: {flagged} of {seen} customers, for {cost}.',
    notCounted: 'Who has verified, was cleared by an operator or is asked already is not counted.',
    partial: 'There was no time to count everybody: all numbers are of {seen} customers.',
    unfinished: 'Fields that are not complete count here with their last complete value.',
    numbers: 'In numbers',
    newlyFlagged: 'Newly asked to verify',
    newlyBlocked: 'Newly blocked',
    blockedOnceSaved: 'Of them blocked once saved',
    newlyAllowed: 'Newly allowed to ride',
    seen: 'Customers counted',
    cost: 'Cost of verifying',
    of: '{count} of {seen}',
  },
  chart: {
    title: 'Customers by risk score',
    text: 'All customers of this subaccount, with the threshold drawn in.',
    label: 'Customers by risk score. Threshold {threshold}. Asked to verify: {flagged} of {seen} customers.',
    threshold: 'Threshold {threshold}',
    plainLabel: 'Customers by risk score: {seen} customers.',
    axis: 'Risk score',
    unscored: 'No score',
    noCustomers: 'There are no customers yet, so there is nothing to draw.',
    legendFlagged: 'Would be asked to verify',
    legendOthers: 'Others',
    score: 'Risk score',
    customers: 'Customers',
    flagged: 'Would be asked to verify',
    allUsers: 'In this mode the risk score decides nothing, so the chart shows no split.',
  },
  history: {
    title: 'History',
    text: 'Each version of the policy, the newest first.',
    loading: 'Loading the history…',
    empty: 'There is no version yet. Each change that is saved will stand here.',
    version: 'Version',
    when: 'When',
    who: 'Who',
    what: 'What changed',
    change: '{field}: {from} → {to}',
    first: 'The first version',
    nothing: 'Nothing',
    current: 'in force',
    action: 'Reuse',
    use: 'Use these values',
    useOf: 'Use these values: version {version}',
    used: 'The values of version {version} are in the form. They are not saved yet.',
    more: 'Show older versions',
    gap: 'Versions between are not at hand, so these values can’t be put together.',
    actors: {
      operator: '{id}',
      system: 'RideGate',
      service: 'Service {id}',
    },
  },
  apply: {
    title: 'Existing customers',
    text: 'A saved policy holds for new customers and new payments. Applying it also asks those to verify who are here already and whom it concerns.',
    button: 'Apply to existing customers',
    never: 'The policy was never applied to existing customers.',
    loading: 'Loading how far it is…',
    confirmTitle: 'Apply version {version} to existing customers?',
    confirmText:
      '{count, plural, =0 {Nobody would be asked to verify: of {seen} customers all have verified, were cleared, are asked already, or are not concerned.} one {# of {seen} customers would be asked to verify and told by push. The cost is about {cost}.} other {# of {seen} customers would be asked to verify and told by push. The cost is about {cost}.}}',
    confirmUnknown: 'How many would be asked to verify is still being counted.',
    confirmFailed: 'How many would be asked to verify could not be counted. You can apply it nevertheless.',
    confirmUnsaved: 'Your unsaved changes are not part of it.',
    confirmBackground:
      'This runs in the background, also when you leave this page. It can’t be undone as a whole.',
    confirm: 'Apply',
    started: 'The policy is being applied to existing customers.',
    by: 'Version {version}, requested by {actor}',
    progress: 'Progress of applying the policy',
    numbers:
      '{processed, plural, one {# customer} other {# customers}} looked at, {flagged, plural, =0 {nobody} other {#}} asked to verify.',
    ofTotal:
      '{processed} of about {total} customers looked at, {flagged, plural, =0 {nobody} other {#}} asked to verify.',
    status: {
      queued: 'About to begin.',
      running: 'Under way.',
      done: 'Done.',
      failed: 'It stopped with a fault. What was done stays; please apply it again.',
      superseded:
        'It stopped, as the policy was changed meanwhile. What was done stays; apply the new version to go on.',
    },
  },
};

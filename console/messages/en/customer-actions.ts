// What operators do to a customer.
export const customerActions = {
  actions: {
    menu: 'Actions',
    startTrip: 'Start Trip',
    verify: 'Manually Verify',
    clear: 'Clear Requirement',
    require: 'Require Verification',
    refresh: 'Refresh from Stripe',
    redact: 'Redact',
    export: 'Export',
    noSession: 'There is no session at Stripe yet',
  },
  doing: {
    verify: 'Verifying…',
    clear: 'Clearing the requirement…',
    require: 'Requiring verification…',
    refresh: 'Reading from Stripe…',
    redact: 'Removing personal data…',
  },
  done: {
    verify: '{customer}: verified, and is being told by push.',
    clear: '{customer}: the requirement is cleared. The customer may ride and is being told by push.',
    require: '{customer}: verification is required. The customer is being told by push.',
    refresh: '{customer}: Stripe’s current state was taken over.',
    refreshSame: '{customer}: Stripe has nothing new, everything is as it was.',
    refreshFailed: '{customer}: {failure}',
    redact: '{customer}: our copies are removed. Stripe removes its own within four days.',
    export: '{customer}: the export was downloaded. It is recorded in the audit trail.',
  },
  dialogs: {
    overtaken:
      'This customer has changed since you opened this: please read what is new, then confirm again.',
    overtakenStatus: 'Status now: {status}',
    overtakenReason: 'Asked to verify now because: {reason}',
    verifyTitle: 'Verify this customer manually?',
    verifyText:
      'You vouch for this customer’s identity without Stripe. The status becomes “verified”, the requirement goes, and the customer is told by push.',
    clearTitle: 'Clear the requirement?',
    clearText:
      'The customer may ride without being verified, until a new risk or an operator asks again. The customer is not marked as verified, and is told by push.',
    requireTitle: 'Require verification?',
    requireText:
      'The customer may not ride until verified, and gets all tries anew. An earlier verification no longer counts; it stays in the history. The customer is told by push.',
    requireReason: 'Reason',
    requireReasonHint: 'Other operators see it as the reason for the block.',
    requireReasonMissing: 'Please choose a reason.',
    requireReasons: {
      suspected_fraud: 'Suspected fraud',
      document_expired: 'Document expired',
      account_change: 'Account change',
      support_request: 'Support request',
      other: 'Other',
    },
    redactTitle: 'Remove this customer’s personal data?',
    redactText: 'This can’t be undone.',
    redactGoes: 'What goes',
    redactGoesText:
      'Everything read from the document, name, e-mail, phone and signup details, signals, the rider’s message, and notes of operators, here at once. Document images and sessions at Stripe, within four days.',
    redactStays: 'What stays',
    redactStaysText:
      'The customer id, the status, times, attempts, risk scores, and the audit trail without its notes. Whether the customer may ride doesn’t change.',
    redactConfirm: 'Type the customer id to confirm',
    redactConfirmHint: 'Customer id: {id}',
    redactMismatch: 'This is not the id of this customer.',
    exportTitle: 'Export everything kept of this customer?',
    exportText:
      'You get a JSON file with all personal data, uncovered. Please keep it safe, and delete it when it is no longer needed. The export is recorded in the audit trail.',
    exportReason: 'Reason (required)',
    exportConfirm: 'Export',
  },
  ride: {
    title: 'May this customer start a trip?',
    checking: 'Asking the gate…',
    allowed: 'Yes, the trip may start',
    blocked: 'No, the trip is blocked',
    code: 'Code',
    status: 'Status',
    next: 'Next action',
    tell: 'What to tell the rider',
    checkedAt: 'Checked at',
    policyVersion: 'Policy version',
    dismiss: 'Dismiss the gate’s answer',
    changed: 'This has changed since. The answer was:',
    failed: 'The gate did not answer, so the trip may not start.',
    nextActions: {
      start_verification: 'Start verification',
      continue_verification: 'Continue verification',
      retry_verification: 'Retry verification',
      contact_support: 'Contact support',
    },
    tellNext: {
      start_verification: 'Please open the app and choose to verify your identity. Have your ID at hand.',
      continue_verification:
        'Your verification is under way. Please finish it in the app; the result usually takes a few minutes.',
      retry_verification:
        'The last check did not succeed. Please try again in the app; it says what to change.',
      contact_support:
        'You can’t try again in the app. I will look into another way to verify you. (Operator: Manually Verify, Clear Requirement, or Require Verification, which gives new tries.)',
    },
    tellAllowed: 'You can start your trip now. If the app still says otherwise, please close and reopen it.',
  },
};

// The page of one customer.
import { customerActions } from './customer-actions.ts';
import { customerIdentity } from './customer-identity.ts';
import { customerSignals } from './customer-signals.ts';
import { customerTimeline } from './customer-timeline.ts';

export const customer = {
  back: 'Customers',
  copyLink: 'Copy link',
  linkCopied: 'The link to this page was copied',
  linkNotCopied: 'The link could not be copied. Please copy it from the address bar.',
  notFound: 'There is no such customer',
  notFoundText:
    'Nobody in this subaccount has the id “{id}”. Please check the id; it may belong to another subaccount.',
  toCustomers: 'To the customers',
  outdated: 'The page could not be brought up to date. It shows the state of <time></time>.',
  readOnly: 'You see this customer as an admin. Only operators of this subaccount can act on it.',
  since: 'Customer since <date></date>',
  gate: {
    verified: 'May ride: verified',
    requirement_cleared: 'May ride: an operator cleared the requirement',
    policy_disabled: 'May ride: the policy asks nobody to verify',
    exempt_existing_customer: 'May ride: was here before the policy and is exempt from it',
    not_required: 'May ride: verification is not required',
    verification_required: 'May not ride: verification required',
    verification_pending: 'May not ride: verification is under way',
    verification_requires_input: 'May not ride: the last check failed, another try is needed',
    verification_failed: 'May not ride: verification failed',
    verification_canceled: 'May not ride: verification was canceled',
  },
  banner: {
    title: 'Identity Verification Required',
    lastCheck: 'The last check did not succeed',
    reason: 'Reason',
    flagged: 'Date flagged',
    notFlagged: 'Not yet: the policy asks at the gate',
    risk: 'Risk',
    riskScore: 'Risk Score: {score}/100 ({level})',
    notScored: 'Not scored',
    status: 'Status',
    notAsked: 'The policy asks nobody to verify now, so the gate lets the customer ride.',
    alternativeTitle: 'The rider asks for another way of verifying',
    alternativeSince: 'Waiting since <time></time>.',
    alternativeNoMessage: 'The rider left no message.',
    alternativeNext:
      'Verify the customer in another way and choose “Manually Verify”, or clear the requirement.',
    redactingTitle: 'Personal data is being removed',
    redacting:
      'Our copies were removed on <time></time>. Stripe is still removing its own, which may take four days.',
    redactedTitle: 'Personal data was removed',
    redacted: 'Removal was asked for on <time></time>. Nothing is kept here or at Stripe any more.',
  },
  statuses: {
    none: 'never attempted',
    pending: 'pending',
    verified: 'verified',
    requires_input: 'needs another try',
    failed: 'failed',
    canceled: 'canceled',
  },
  ...customerActions,
  identity: customerIdentity,
  signals: customerSignals,
  timeline: customerTimeline,
};

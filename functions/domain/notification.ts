// The pushes: who gets told what, in which words.

import type { IdentityError } from './customer.ts';
import { nextStepFor } from './next-step.ts';

/** What a rider is told of. */
export const notificationKinds = [
  'verification_required',
  'verified',
  'requirement_cleared',
  'another_try_needed',
  'document_expiring',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** A push of type `identity`. The id is stable over repeated deliveries, so that receivers can drop doubles. */
export type Notification = {
  id: string;
  kind: NotificationKind;
  subaccountId: string;
  customerId: string;
  title: string;
  body: string;
  /** What the app does when the push is opened. */
  data: { action: 'open_identity_verification' | 'open_app' };
  createdAtMs: number;
};

export type NotificationContent = Pick<Notification, 'title' | 'body' | 'data'>;

/**
 * The words of a push. `another_try_needed` says what to do about the last error, `document_expiring` how many days
 * are left: the day itself is personal data.
 */
export function notificationContent(
  kind: NotificationKind,
  about: { appName: string; lastError: IdentityError | null; documentDaysLeft?: number | undefined },
): NotificationContent {
  switch (kind) {
    case 'verification_required':
      return {
        title: 'Identity Verification Required',
        body: `Please verify your identity to continue using ${about.appName}`,
        data: { action: 'open_identity_verification' },
      };
    case 'verified':
      return {
        title: 'Identity Verified',
        body: "Your identity has been verified. You're all set to ride!",
        data: { action: 'open_app' },
      };
    case 'requirement_cleared':
      return {
        title: 'Good to Go!',
        body: 'Your account has been verified and you can now ride.',
        data: { action: 'open_app' },
      };
    case 'another_try_needed':
      return {
        title: 'Verification Needs Another Try',
        body: nextStepFor(about.lastError?.code ?? null),
        data: { action: 'open_identity_verification' },
      };
    case 'document_expiring':
      return {
        title: 'Your ID Expires Soon',
        body: `Your ID document expires ${soon(about.documentDaysLeft)}. ${about.appName} may ask you to verify again with a new one.`,
        data: { action: 'open_app' },
      };
  }
}

function soon(days: number | undefined): string {
  if (days === undefined) return 'soon';
  if (days <= 0) return 'today';
  return days === 1 ? 'in 1 day' : `in ${days} days`;
}

// The pushes, word for word.

import { describe, expect, it } from 'vitest';
import { notificationContent } from '../../functions/domain/notification.ts';
import { nextStepFor } from '../../functions/domain/next-step.ts';

const about = {
  appName: 'Metro',
  lastError: { code: 'document_expired', reason: null },
  documentDaysLeft: 7,
};

describe('the pushes', () => {
  it.each([
    {
      kind: 'verification_required',
      title: 'Identity Verification Required',
      body: 'Please verify your identity to continue using Metro',
      action: 'open_identity_verification',
    },
    {
      kind: 'verified',
      title: 'Identity Verified',
      body: "Your identity has been verified. You're all set to ride!",
      action: 'open_app',
    },
    {
      kind: 'requirement_cleared',
      title: 'Good to Go!',
      body: 'Your account has been verified and you can now ride.',
      action: 'open_app',
    },
    {
      kind: 'another_try_needed',
      title: 'Verification Needs Another Try',
      body: nextStepFor('document_expired'),
      action: 'open_identity_verification',
    },
    {
      kind: 'document_expiring',
      title: 'Your ID Expires Soon',
      body: 'Your ID document expires in 7 days. Metro may ask you to verify again with a new one.',
      action: 'open_app',
    },
  ] as const)('$kind: “$title”', ({ kind, title, body, action }) => {
    expect(notificationContent(kind, about)).toEqual({ title, body, data: { action } });
  });

  it.each([
    [30, 'in 30 days'],
    [1, 'in 1 day'],
    [0, 'today'],
    [undefined, 'soon'],
  ])('say of a document with %s days left that it expires %s', (documentDaysLeft, words) => {
    const { body } = notificationContent('document_expiring', { ...about, documentDaysLeft });

    expect(body).toMatch(`Your ID document expires ${words}. `);
  });

  it('gives general advice for another try where no error is known', () => {
    const { body } = notificationContent('another_try_needed', { appName: 'Metro', lastError: null });

    expect(body).toBe(nextStepFor(null));
  });
});

// What a blocked rider reads: why, and what to do about it, for each of the gate's codes.
import { isFinalError } from '../../../functions/domain/session.ts';
import type { Block } from './ride-flow.ts';

export interface BlockCopy {
  readonly tone: 'ask' | 'wait' | 'retry' | 'stop';
  readonly title: string;
  readonly text: string;
  /** What to have at hand. */
  readonly checklist: readonly string[];
  readonly action: 'verify' | 'contact_support';
  readonly label: string;
}

const checklist = [
  'Your driver’s license, passport or ID card',
  'Good light for the photos',
  'About two minutes',
];

export function blockCopy({ code, lastError }: Block, appName: string): BlockCopy {
  switch (code) {
    case 'verification_required':
      return {
        tone: 'ask',
        title: 'Verify your identity to ride',
        text: `${appName} needs to know that it’s really you before this ride. Here’s what you need.`,
        checklist,
        action: 'verify',
        label: 'Verify my identity',
      };
    case 'verification_pending':
      return {
        tone: 'wait',
        title: 'Your verification isn’t complete yet',
        text: 'If you have handed everything in, we’re still checking it and will tell you as soon as it’s done. If not, carry on where you stopped.',
        checklist: [],
        action: 'verify',
        label: 'Continue verification',
      };
    case 'verification_requires_input':
      return {
        tone: 'retry',
        title: 'That didn’t work yet',
        text: lastError?.message ?? 'The check didn’t go through. Please try again.',
        checklist: [],
        action: 'verify',
        label: 'Try again',
      };
    case 'verification_failed':
      return {
        tone: 'stop',
        title: 'We couldn’t verify you',
        text: isFinalError(lastError)
          ? (lastError?.message ?? '')
          : `All tries are used up, so you can’t start a ride for now. ${appName} support can find another way with you.`,
        checklist: [],
        action: 'contact_support',
        label: 'Contact support',
      };
    case 'verification_canceled':
      return {
        tone: 'ask',
        title: 'Your verification was canceled',
        text: 'We still need to know that it’s really you before you ride. You can start afresh whenever you like.',
        checklist,
        action: 'verify',
        label: 'Verify my identity',
      };
  }
}

/** Whether a page's address may still be used. */
import type { SessionRecord } from '../identity/records.ts';
import type { Simulator } from '../simulator.ts';
import { readPageToken } from './page-token.ts';
import { messagePage } from './pages.ts';

type Opened = { session: SessionRecord } | { refusal: string; status: number };

/** The session that a page's token is for, or the page that says why not. `roundsLater`: 1 for what follows a submission. */
export function openSession(simulator: Simulator, tokenText: string, roundsLater: 0 | 1): Opened {
  const token = readPageToken(simulator, tokenText);
  const session = token && simulator.collections.sessions.get(token.sessionId);
  if (!token || !session) {
    return refuse(
      404,
      'This link is not valid',
      'Check that you opened the whole address, or go back to the app and start again.',
    );
  }
  if (token.expired) {
    return refuse(410, 'This link has expired', 'Go back to the app and start again to get a new one.');
  }
  if (session.status === 'canceled' && roundsLater === 0) {
    return refuse(410, 'This verification was canceled', 'Go back to the app to start a new one.');
  }
  const isOpen = roundsLater === 1 || session.status === 'requires_input';
  if (!isOpen || session.round !== token.round + roundsLater) {
    return refuse(
      410,
      'This link was already used',
      'Each link works once. Go back to the app to see how your verification stands.',
    );
  }
  return { session };
}

function refuse(status: number, title: string, text: string): Opened {
  return { status, refusal: messagePage(title, text) };
}

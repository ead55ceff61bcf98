// Signing in again in a small window, beside a page that must keep what was typed. The window comes back to this
// origin and says over a channel what the issuer answered.

import { type Issuer, SignInRefused, type Tokens } from './issuer.ts';

const channelName = 'ridegate.sign-in';
const patienceMs = 10 * 60_000;

/** The browser opened no window. */
export class PopUpBlocked extends Error {}

/** @throws PopUpBlocked, SignInRefused */
export async function signInInPopUp(issuer: Issuer): Promise<Tokens> {
  // Opened before anything is awaited: later a browser takes it for an advertisement.
  const window_ = window.open('about:blank', 'ridegate-sign-in', 'popup,width=520,height=720');
  if (window_ === null) throw new PopUpBlocked('The browser opened no window.');
  const { url, pending } = await issuer.prepare('/', 'pop-up');
  const answer = waitForAnswer(pending.state);
  window_.location.assign(url);
  return issuer.finish(await answer, pending);
}

/** What the window that this page opened was answered; answers to other pages are not ours. */
function waitForAnswer(state: string): Promise<URL> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(channelName);
    const end = (): void => {
      clearTimeout(timer);
      channel.close();
    };
    const timer = setTimeout(() => {
      end();
      reject(new SignInRefused('Nobody signed in.'));
    }, patienceMs);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string' || !URL.canParse(data)) return;
      const answer = new URL(data);
      if (answer.searchParams.get('state') !== state) return;
      end();
      resolve(answer);
    };
  });
}

/** Whether this page is the window, come back from the issuer. */
export function isPopUpAnswer(address: URL): boolean {
  return address.searchParams.get('state')?.startsWith('pop-up.') ?? false;
}

/** Tells the page that opened this window, and closes it. */
export function reportToOpener(address: URL): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(address.href);
  channel.close();
  window.close();
}

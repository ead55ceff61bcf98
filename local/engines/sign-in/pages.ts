// The issuer's pages: /authorize, where one chooses whom to be, and /logout, which forgets it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../../gateway/read-body.ts';
import { demoPeople } from '../../seed/demo-operators.ts';
import {
  backTo,
  consoleClientId,
  readAuthorizationRequest,
  type AuthorizationRequest,
} from './authorization-request.ts';
import { chooserPage, messagePage, pageHeaders } from './chooser-page.ts';
import { sessionLifetimeMs, type SignIns } from './sign-ins.ts';

interface PageSettings {
  readonly signIns: SignIns;
  /** Of the console, without a slash at the end. */
  readonly origins: readonly string[];
}

const maxBodyBytes = 1024;

/** Answers /authorize: GET asks, POST is somebody's choice. @throws BodyTooLarge */
export async function answerAuthorize(
  request: IncomingMessage,
  response: ServerResponse,
  { signIns, origins }: PageSettings,
): Promise<void> {
  const query = queryOf(request);
  const read = readAuthorizationRequest(query, addressesOf(origins));
  if (read.outcome === 'foreign') {
    sendPage(response, 400, origins, messagePage('This sign-in can’t go on', read.reason));
  } else if (read.outcome === 'refused') {
    redirect(response, read.location);
  } else if (request.method === 'POST') {
    const form = new URLSearchParams((await readBody(request, maxBodyBytes)).toString());
    const person = demoPeople.find(({ id }) => id === form.get('person'));
    // Browsers tell where a form comes from: no other page chooses.
    const site = request.headers['sec-fetch-site'] ?? 'same-origin';
    if (person === undefined || site !== 'same-origin') {
      sendPage(response, 400, origins, messagePage('Nobody was chosen', 'Please go back and choose anew.'));
      return;
    }
    const sessionId = signIns.begin(person);
    rememberSession(request, response, sessionId);
    redirectWithCode(response, signIns, sessionId, read.request);
  } else {
    askOrGoBack(request, response, read.request, { signIns, origins });
  }
}

// Who chose before goes straight back, as with any hosted sign-in.
function askOrGoBack(
  request: IncomingMessage,
  response: ServerResponse,
  asked: AuthorizationRequest,
  { signIns, origins }: PageSettings,
): void {
  const asksAnew = asked.prompt === 'select_account' || asked.prompt === 'login';
  const sessionId = asksAnew ? undefined : sessionOf(request);
  if (asksAnew) rememberSession(request, response, undefined);
  if (sessionId !== undefined && signIns.personOf(sessionId) !== undefined) {
    redirectWithCode(response, signIns, sessionId, asked);
  } else if (asked.prompt === 'none') {
    redirect(response, backTo(asked.redirectUri, { error: 'login_required', state: asked.state }));
  } else {
    const query = queryOf(request);
    query.delete('prompt');
    sendPage(response, 200, origins, chooserPage(`/authorize?${query.toString()}`));
  }
}

/** Answers /logout?client_id=&logout_uri=, as Cognito does. */
export function answerLogout(
  request: IncomingMessage,
  response: ServerResponse,
  { signIns, origins }: PageSettings,
): void {
  const query = queryOf(request);
  const target = query.get('logout_uri') ?? '';
  if (query.get('client_id') !== consoleClientId || !addressesOf(origins).includes(target)) {
    const reason = `client_id must be ${consoleClientId}, and logout_uri ${addressesOf(origins).join(' or ')}.`;
    sendPage(response, 400, origins, messagePage('This sign-out can’t go on', reason));
    return;
  }
  signIns.end(sessionOf(request));
  rememberSession(request, response, undefined);
  redirect(response, target);
}

function addressesOf(origins: readonly string[]): readonly string[] {
  return origins.map((origin) => `${origin}/`);
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'));
}

function redirectWithCode(
  response: ServerResponse,
  signIns: SignIns,
  sessionId: string,
  asked: AuthorizationRequest,
): void {
  const code = signIns.issueCode(sessionId, asked);
  redirect(response, backTo(asked.redirectUri, { code, state: asked.state }));
}

// Cookies know no ports: with the port in its name, two runs on one machine don't share one.
function cookieName(request: IncomingMessage): string {
  return `ridegate_session_${request.socket.localPort ?? 0}`;
}

function sessionOf(request: IncomingMessage): string | undefined {
  const prefix = `${cookieName(request)}=`;
  const pairs = request.headers.cookie?.split(/;\s*/) ?? [];
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
}

function rememberSession(
  request: IncomingMessage,
  response: ServerResponse,
  sessionId: string | undefined,
): void {
  const lifetimeS = sessionId === undefined ? 0 : sessionLifetimeMs / 1000;
  response.setHeader(
    'set-cookie',
    `${cookieName(request)}=${sessionId ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifetimeS}`,
  );
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).end();
}

function sendPage(response: ServerResponse, status: number, origins: readonly string[], body: string): void {
  response.writeHead(status, pageHeaders(origins)).end(body);
}

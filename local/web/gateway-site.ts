// Everything at the base address: the run's own /local/…, static sites, the HTTP API, and the console for all the rest.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendMessage } from '../gateway/answer.ts';
import { namesThisMachine, otherHost } from '../gateway/host.ts';
import type { RequestHandler } from '../gateway/http-api.ts';
import { splitUrl } from '../gateway/request.ts';
import type { Inbox } from '../notifications/inbox.ts';
import type { StackOutputs } from '../template/scope.ts';
import { answerInvocation, invokedFunction, type InvocationSettings } from './invocation.ts';
import { createStaticFiles, type ServeFile } from './static-files.ts';

/** A folder of built files and the path that it is served at, with slashes on both ends. */
export interface StaticSite {
  readonly prefix: string;
  readonly folder: string;
}

interface LocalDeployment {
  readonly region: string;
  readonly endpoints: { readonly dynamodb: string; readonly messaging: string };
  readonly outputs: StackOutputs;
}

interface SiteSettings {
  readonly api: RequestHandler;
  readonly inbox: Pick<Inbox, 'list'>;
  /** What operators' commands need to find their way in this run. */
  readonly deployment: LocalDeployment;
  readonly sites: readonly StaticSite[];
  /** Takes what neither the API nor a site has, as when it is deployed. Without it the API takes that. */
  readonly console: ServeFile | undefined;
  readonly invocations: InvocationSettings;
  /** Whether the run has finished starting. */
  readonly isReady: () => boolean;
}

export function createGatewaySite(settings: SiteSettings): RequestHandler {
  const sites = settings.sites.map(({ prefix, folder }): readonly [string, ServeFile] => [
    prefix,
    createStaticFiles(prefix, folder),
  ]);
  return async (request, response) => {
    if (!namesThisMachine(request)) {
      sendMessage(response, 421, otherHost);
      return;
    }
    const { path } = splitUrl(request.url ?? '/');
    const invoked = invokedFunction(path);
    if (invoked !== undefined) return answerInvocation(request, response, invoked, settings.invocations);
    if (path.startsWith('/local/')) {
      answerLocal(request, response, settings);
      return;
    }
    for (const [prefix, serve] of sites) {
      if (path.startsWith(prefix)) return serve(request, response);
      if (path === prefix.slice(0, -1)) {
        response.writeHead(308, { location: prefix }).end();
        return;
      }
    }
    const isForApi = settings.console === undefined || path === '/api' || path.startsWith('/api/');
    await (isForApi ? settings.api : settings.console)(request, response);
  };
}

function answerLocal(
  request: IncomingMessage,
  response: ServerResponse,
  { inbox, deployment, isReady }: SiteSettings,
): void {
  const { path, rawQueryString } = splitUrl(request.url ?? '/');
  if (request.method !== 'GET') {
    sendMessage(response, 405, 'Method Not Allowed', { allow: 'GET' });
  } else if (path === '/local/health') {
    sendJson(response, isReady() ? 200 : 503, { status: isReady() ? 'ready' : 'starting' });
  } else if (path === '/local/deployment') {
    sendJson(response, 200, deployment);
  } else if (path === '/local/notifications') {
    const query = new URLSearchParams(rawQueryString);
    const notifications = inbox.list({
      customerId: query.get('customer_id') ?? undefined,
      subaccountId: query.get('subaccount_id') ?? undefined,
    });
    sendJson(response, 200, { notifications });
  } else {
    sendMessage(response, 404, 'Not Found');
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

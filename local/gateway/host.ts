// Which host a request names. A web page can point its own name at 127.0.0.1 (DNS rebinding) and would then be
// of the same origin as the run; but the browser still names that host.
import type { IncomingMessage } from 'node:http';

/** Whether a request names this machine, and the port that it came in by. */
export function namesThisMachine({ headers, socket }: IncomingMessage): boolean {
  const port = String(socket.localPort);
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host?.toLowerCase() ?? '');
}

/** What others are told, with status 421. */
export const otherHost = 'Please call this by 127.0.0.1 or localhost: it answers to no other name.';

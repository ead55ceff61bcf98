// Request bodies as Stripe takes them: form-encoded, handed on as text, and nothing else.
import type { FastifyInstance } from 'fastify';

/** Makes a Fastify plugin's routes take forms alone. */
export function acceptForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, parsed) => {
      parsed(null, body);
    },
  );
}

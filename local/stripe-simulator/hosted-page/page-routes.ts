/** The hosted verification page: `/verify/<token>`, its form, and the way back. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { parseForm } from '../api/form-encoding.ts';
import { acceptForms } from '../form-body.ts';
import { cancelSession, submit } from '../identity/checks.ts';
import { OUTCOMES } from '../identity/outcomes.ts';
import { completePerson, dateInput } from '../identity/person.ts';
import type { SessionRecord } from '../identity/records.ts';
import type { Simulator } from '../simulator.ts';
import { NO_REQUEST } from '../webhooks/records.ts';
import { openSession } from './open-session.ts';
import { checkingPage, type FormValues, messagePage, verificationPage } from './pages.ts';

const withToken = z.object({ token: z.string() });
const checkingQuery = z.object({ shown: z.coerce.number().catch(0) });

const formAction = z.object({
  action: z.enum(['submit', 'consent_declined', 'abandoned', 'cancel']).default('submit'),
});

const name = z.string().trim().min(1).max(100);
const submission = z.object({
  outcome: z.enum(OUTCOMES),
  first_name: name,
  last_name: name,
  dob: dateInput,
  document_type: z.enum(['driving_license', 'id_card', 'passport']),
});

/** Longer checks go on after the person has left, as at Stripe. */
const SHOWN_AT_MOST = 3;

/** A Fastify plugin. */
export function hostedPageRoutes(simulator: Simulator) {
  return (app: FastifyInstance, _options: object, done: () => void): void => {
    acceptForms(app);
    app.addHook('onSend', async (_request, reply, payload) => {
      // The address is a secret: it is neither kept nor passed on to where the person goes next.
      reply.headers({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      });
      return Promise.resolve(payload);
    });

    app.get('/verify/:token', (request, reply) => {
      const opened = openSession(simulator, withToken.parse(request.params).token, 0);
      if ('refusal' in opened) return show(reply, opened.refusal, opened.status);
      return show(reply, verificationPage(opened.session, prefilled(simulator, opened.session)));
    });

    app.post('/verify/:token', (request, reply) => {
      const { token } = withToken.parse(request.params);
      const opened = openSession(simulator, token, 0);
      if ('refusal' in opened) return show(reply, opened.refusal, opened.status);
      const { session } = opened;
      const sent = parseForm(typeof request.body === 'string' ? request.body : '');
      const { action } = formAction.catch({ action: 'submit' }).parse(sent);
      if (action === 'cancel') return leave(reply, cancelSession(simulator, session.id, NO_REQUEST));
      if (action !== 'submit') {
        return leave(
          reply,
          submit(simulator, session.id, { outcome: action, person: {}, processingMs: undefined }),
        );
      }
      const filledIn = submission.safeParse(sent);
      if (!filledIn.success) {
        const fault = 'Please fill in both names and a date of birth, and choose an outcome and a document.';
        return show(
          reply,
          verificationPage(session, { ...prefilled(simulator, session), ...texts(sent) }, fault),
          400,
        );
      }
      const { outcome, ...person } = filledIn.data;
      submit(simulator, session.id, { outcome, person, processingMs: undefined });
      return reply.redirect(`/verify/${token}/checking`, 303);
    });

    app.get('/verify/:token/checking', (request, reply) => {
      const { token } = withToken.parse(request.params);
      const { shown } = checkingQuery.parse(request.query);
      const opened = openSession(simulator, token, 1);
      if ('refusal' in opened) return show(reply, opened.refusal, opened.status);
      const { session } = opened;
      if (session.status !== 'processing' || shown >= SHOWN_AT_MOST) return leave(reply, session);
      return show(reply, checkingPage(`/verify/${token}/checking?shown=${String(shown + 1)}`));
    });
    done();
  };
}

function leave(reply: FastifyReply, session: SessionRecord): FastifyReply {
  if (session.return_url !== null) return reply.redirect(session.return_url, 303);
  return show(reply, messagePage('You are done here', 'You can close this page and go back to the app.'));
}

function show(reply: FastifyReply, page: string, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

function prefilled(simulator: Simulator, session: SessionRecord): FormValues {
  const documentType = session.options.document?.allowed_types?.[0] ?? 'driving_license';
  const person = completePerson({}, session.id, documentType, simulator.nowMs());
  const { year, month, day } = person.dob;
  const dob = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const { first_name, last_name, document_type } = person;
  return { outcome: 'verified', first_name, last_name, dob, document_type };
}

/** What was filled in, to be shown again. */
function texts(sent: Record<string, unknown>): Partial<FormValues> {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => typeof value === 'string'));
}

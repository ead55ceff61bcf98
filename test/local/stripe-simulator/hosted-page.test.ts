import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { runSimulator, type RunningSimulator, untilStatus } from './support.ts';

const FILLED_IN = {
  outcome: 'verified',
  first_name: 'Ada',
  last_name: 'Byron',
  dob: '1990-12-10',
  document_type: 'passport',
};

const RETURN_URL = 'http://127.0.0.1:9/back?customer=1';

async function openSession(
  simulator: RunningSimulator,
  parameters: Stripe.Identity.VerificationSessionCreateParams = { return_url: RETURN_URL },
): Promise<{ id: string; url: string }> {
  const { id, url } = await simulator.stripe.identity.verificationSessions.create({
    type: 'document',
    ...parameters,
  });
  return { id, url: url ?? '' };
}

async function visit(url: string): Promise<{ status: number; text: string; response: Response }> {
  const response = await fetch(url, { redirect: 'manual' });
  return { status: response.status, text: await response.text(), response };
}

function fillIn(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

/** Follows the page's own redirects and refreshes until it leaves the simulator or stays. */
async function follow(simulator: RunningSimulator, response: Response): Promise<string> {
  const location = response.headers.get('location');
  const refresh = /http-equiv="refresh" content="\d+; url=([^"]+)"/.exec(await response.text())?.[1];
  const next = location ?? refresh;
  if (next === undefined || !next.startsWith('/')) return next ?? 'stays';
  return follow(simulator, await fetch(simulator.url + next, { redirect: 'manual' }));
}

describe('the hosted page', () => {
  it('shows a form that is filled in, offers each outcome, and says that it is a simulator', async () => {
    const simulator = await runSimulator();
    const { url } = await openSession(simulator, {
      options: { document: { require_matching_selfie: true } },
    });

    const { status, text, response } = await visit(url);

    expect(status).toBe(200);
    expect(text).toContain('Test mode');
    expect(text).toContain('selfie');
    for (const outcome of ['verified', 'document_expired', 'selfie_face_mismatch', 'under_supported_age']) {
      expect(text).toContain(`<option value="${outcome}"`);
    }
    for (const action of ['submit', 'consent_declined', 'abandoned', 'cancel']) {
      expect(text).toMatch(new RegExp(`name="action"\\s+value="${action}"`));
    }
    expect(text).toMatch(/name="first_name"\s+value="\p{Lu}/u);
    expect(text).toMatch(/value="\d{4}-\d{2}-\d{2}"/);
    expect(text).not.toMatch(/<script|src=|https?:\/\//);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('takes a submission, shows that it is checked, and goes back to the return address', async () => {
    const simulator = await runSimulator({ processingMs: 700 });
    const { id, url } = await openSession(simulator);

    const submitted = await fillIn(url, { action: 'submit', ...FILLED_IN });
    const checking = await visit(simulator.url + (submitted.headers.get('location') ?? ''));

    expect(submitted.status).toBe(303);
    expect(checking.text).toContain('Checking your details');
    await untilStatus(simulator.stripe, id, 'verified');
    const left = await visit(simulator.url + (submitted.headers.get('location') ?? ''));
    expect(left.status).toBe(303);
    expect(left.response.headers.get('location')).toBe(RETURN_URL);
    const session = await simulator.stripe.identity.verificationSessions.retrieve(id, {
      expand: ['verified_outputs.dob', 'last_verification_report'],
    });
    expect(session).toMatchObject({
      verified_outputs: { first_name: 'Ada', last_name: 'Byron', dob: { year: 1990, month: 12, day: 10 } },
      last_verification_report: { document: { type: 'passport' } },
    });
  });

  it('lets the person go after a while when a check takes long', async () => {
    const simulator = await runSimulator({ processingMs: 60_000 });
    const { id, url } = await openSession(simulator);

    const end = await follow(simulator, await fillIn(url, { action: 'submit', ...FILLED_IN }));

    expect(end).toBe(RETURN_URL);
    expect((await simulator.stripe.identity.verificationSessions.retrieve(id)).status).toBe('processing');
  });

  it.each([
    ['consent_declined', 'requires_input', 'consent_declined'],
    ['abandoned', 'requires_input', 'abandoned'],
    ['cancel', 'canceled', undefined],
  ])('has a button for %s', async (action, status, code) => {
    const simulator = await runSimulator();
    const { id, url } = await openSession(simulator);

    const response = await fillIn(url, { action });

    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(RETURN_URL);
    const session = await simulator.stripe.identity.verificationSessions.retrieve(id);
    expect(session.status).toBe(status);
    expect(session.last_error?.code).toBe(code);
  });

  it('ends with a closing page when there is no return address', async () => {
    const simulator = await runSimulator({ processingMs: 0 });
    const { url } = await openSession(simulator, {});

    const submitted = await fillIn(url, { action: 'submit', ...FILLED_IN });
    const closing = await visit(simulator.url + (submitted.headers.get('location') ?? ''));

    expect(closing.status).toBe(200);
    expect(closing.text).toContain('You can close this page');
  });

  it('asks again, with what was filled in, when something is wrong', async () => {
    const simulator = await runSimulator();
    const { id, url } = await openSession(simulator);

    const response = await fillIn(url, {
      action: 'submit',
      ...FILLED_IN,
      first_name: '"><script>alert(1)</script>',
      dob: 'soon',
    });
    const text = await response.text();

    expect(response.status).toBe(400);
    expect(text).toContain('role="alert"');
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script');
    expect((await simulator.stripe.identity.verificationSessions.retrieve(id)).status).toBe('requires_input');
  });

  it('offers only the documents that the session allows', async () => {
    const simulator = await runSimulator();
    const { url } = await openSession(simulator, { options: { document: { allowed_types: ['passport'] } } });

    const { text } = await visit(url);

    expect(text).toContain('<option value="passport" selected');
    expect(text).not.toContain('value="id_card"');
  });
});

describe('an address of the hosted page', () => {
  it('works once: afterwards it says so, and a fresh one works', async () => {
    const simulator = await runSimulator({ processingMs: 0 });
    const { id, url } = await openSession(simulator);
    await fillIn(url, { action: 'submit', ...FILLED_IN, outcome: 'document_expired' });

    const again = await visit(url);
    const resubmitted = await fillIn(url, { action: 'submit', ...FILLED_IN });
    const fresh = await simulator.stripe.identity.verificationSessions.retrieve(id);

    expect(again.status).toBe(410);
    expect(again.text).toContain('already used');
    expect(resubmitted.status).toBe(410);
    expect((await visit(fresh.url ?? '')).status).toBe(200);
  });

  it('says when the verification was canceled', async () => {
    const simulator = await runSimulator();
    const { id, url } = await openSession(simulator);
    await simulator.stripe.identity.verificationSessions.cancel(id);

    const { status, text } = await visit(url);

    expect(status).toBe(410);
    expect(text).toContain('was canceled');
  });

  it('expires after 48 hours', async () => {
    let hoursLater = 0;
    const simulator = await runSimulator({ now: () => Date.now() + hoursLater * 3_600_000 });
    const { url } = await openSession(simulator);

    hoursLater = 49;

    const { status, text } = await visit(url);
    expect(status).toBe(410);
    expect(text).toContain('expired');
  });

  it('that was made up or changed is not valid', async () => {
    const simulator = await runSimulator();
    const { url } = await openSession(simulator);

    for (const wrong of [`${simulator.url}/verify/test_none`, `${url}x`, url.replace('test_', 'test_A')]) {
      const { status, text } = await visit(wrong);
      expect(status).toBe(404);
      expect(text).toContain('not valid');
    }
  });

  it('begins with the public address where there is one', async () => {
    const simulator = await runSimulator({ publicUrl: 'http://verify.example' });

    const { url } = await openSession(simulator);

    expect(url).toMatch(/^http:\/\/verify\.example\/verify\/test_/);
  });
});

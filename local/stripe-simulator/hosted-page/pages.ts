/** What people see at a session's `url`. */
import type { SessionRecord } from '../identity/records.ts';
import { Html, html, page } from './html.ts';
import { option, outcomeOptions } from './options.ts';

/** What the form is filled in with. */
export interface FormValues {
  outcome: string;
  first_name: string;
  last_name: string;
  /** `1990-12-31` */
  dob: string;
  document_type: string;
}

const DOCUMENT_NAMES: Record<string, string> = {
  driving_license: "Driver's license",
  id_card: 'Identity card',
  passport: 'Passport',
};

const MARK = new Html(
  '<svg class="mark" viewBox="0 0 48 48" aria-hidden="true"><rect width="48" height="48" rx="12" fill="#4b45c6"/><path d="M24 10l11 4v9c0 7-4.6 12.6-11 15-6.4-2.4-11-8-11-15v-9z" fill="none" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"/><path d="M18.5 24l4 4 7.5-8" fill="none" stroke="#fff" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
);

/** The form; with a fault, what was filled in wrongly. */
export function verificationPage(session: SessionRecord, values: FormValues, fault?: string): string {
  const options = session.options.document;
  const asks = [
    session.type === 'id_number' ? 'Your ID number' : 'A photo of your identity document',
    ...(options?.require_matching_selfie === true ? ['A selfie that is compared with it'] : []),
    ...(options?.require_id_number === true ? ['Your ID number'] : []),
    ...(options?.require_live_capture === true ? ['Photos taken live with your camera'] : []),
  ];
  const documents = (options?.allowed_types ?? Object.keys(DOCUMENT_NAMES)).map((type) =>
    option(type, DOCUMENT_NAMES[type] ?? type, values.document_type),
  );
  return page(
    'Verify your identity',
    html`${MARK}
      <h1>Verify your identity</h1>
      <p>This stands in for Stripe's own page. Choose how the verification should end.</p>
      <ul class="asks">
        ${asks.map((ask) => html`<li>${ask}</li>`)}
      </ul>
      ${fault === undefined ? html`` : html`<p class="fault" role="alert">${fault}</p>`}
      <form method="post">
        <fieldset>
          <legend>Outcome</legend>
          ${field('Result of the check', choice('outcome', outcomeOptions(values.outcome)))}
        </fieldset>
        <fieldset>
          <legend>Details on the document</legend>
          <div class="pair">
            ${field('First name', textBox('first_name', values.first_name))}
            ${field('Last name', textBox('last_name', values.last_name))}
          </div>
          ${field('Date of birth', html`<input name="dob" type="date" value="${values.dob}" required />`)}
          ${field('Document', choice('document_type', documents))}
        </fieldset>
        <button name="action" value="submit">Submit verification</button>
        <div class="others">
          <button class="quiet" name="action" value="consent_declined" formnovalidate>Decline consent</button>
          <button class="quiet" name="action" value="abandoned" formnovalidate>
            Leave without finishing
          </button>
          <button class="quiet" name="action" value="cancel" formnovalidate>Cancel this verification</button>
        </div>
      </form>
      <p class="small">No images are taken, and what you enter stays in the simulator.</p>`,
  );
}

/** Shown while a submission is being checked; goes on to the next address by itself. */
export function checkingPage(nextUrl: string): string {
  return page(
    'Checking your verification',
    html`<div class="spinner" aria-hidden="true"></div>
      <h1>Checking your details</h1>
      <p role="status">This takes a moment. You will be taken back when it is done.</p>`,
    nextUrl,
  );
}

/** A page that says one thing. */
export function messagePage(title: string, text: string): string {
  return page(
    title,
    html`${MARK}
      <h1>${title}</h1>
      <p>${text}</p>`,
  );
}

function field(label: string, control: Html): Html {
  return html`<label>${label} ${control}</label>`;
}

function textBox(name: string, value: string): Html {
  return html`<input name="${name}" value="${value}" maxlength="100" required autocomplete="off" />`;
}

function choice(name: string, options: readonly Html[]): Html {
  return html`<select name="${name}">
    ${options}
  </select>`;
}

/** Sessions and reports as the API shows them: what is private stays out unless it was expanded. */
import type { Stripe } from 'stripe';
import type { ExpandablePath, Expansions } from '../api/expansion.ts';
import type { ReportRecord, SessionRecord } from './records.ts';

/** Inside a report. https://docs.stripe.com/identity/access-verification-results */
export const REPORT_EXPANSIONS: readonly ExpandablePath[] = [
  'document.dob',
  'document.expiration_date',
  'document.number',
  'document.sex',
  'id_number.dob',
  'id_number.id_number',
].map((path) => ({ path, sensitive: true }));

export const SESSION_EXPANSIONS: readonly ExpandablePath[] = [
  { path: 'verified_outputs', sensitive: false },
  { path: 'verified_outputs.dob', sensitive: true },
  { path: 'verified_outputs.id_number', sensitive: true },
  { path: 'verified_outputs.sex', sensitive: true },
  { path: 'last_verification_report', sensitive: false },
  ...REPORT_EXPANSIONS.map(({ path }) => ({ path: `last_verification_report.${path}`, sensitive: true })),
];

/** What an open session is answered with, new each time. */
export interface SessionSecrets {
  client_secret: string;
  url: string;
}

interface SessionView {
  expanded: Expansions;
  /** The session's last report, when it is expanded. */
  report: ReportRecord | undefined;
  /** Null in events and once a session is closed. */
  secrets: SessionSecrets | null;
}

export function renderSession(
  session: SessionRecord,
  view: SessionView,
): Stripe.Identity.VerificationSession {
  const { verified_outputs, return_url, round, related_person, verification_flow, ...shown } = session;
  const { expanded, report, secrets } = view;
  return {
    ...shown,
    object: 'identity.verification_session',
    client_secret: secrets?.client_secret ?? null,
    livemode: false,
    url: secrets?.url ?? null,
    last_verification_report:
      report && expanded.has('last_verification_report')
        ? renderReport(report, expanded, 'last_verification_report.')
        : session.last_verification_report,
    ...(related_person && { related_person }),
    ...(verification_flow !== null && { verification_flow }),
    ...(expanded.has('verified_outputs') && {
      verified_outputs:
        verified_outputs && hide(verified_outputs, expanded, 'verified_outputs.', OUTPUT_SECRETS),
    }),
  };
}

export function renderReport(
  report: ReportRecord,
  expanded: Expansions,
  prefix = '',
): Stripe.Identity.VerificationReport {
  const { document, id_number, verification_flow, selfie, email, phone, ...shown } = report;
  return {
    ...shown,
    object: 'identity.verification_report',
    livemode: false,
    ...(verification_flow !== null && { verification_flow }),
    ...(document && { document: hide(document, expanded, `${prefix}document.`, DOCUMENT_SECRETS) }),
    ...(selfie && { selfie }),
    ...(id_number && { id_number: hide(id_number, expanded, `${prefix}id_number.`, ID_NUMBER_SECRETS) }),
    ...(email && { email }),
    ...(phone && { phone }),
  };
}

const OUTPUT_SECRETS = ['dob', 'id_number', 'sex'] as const;
const DOCUMENT_SECRETS = ['dob', 'expiration_date', 'number', 'sex'] as const;
const ID_NUMBER_SECRETS = ['dob', 'id_number'] as const;

type Hidden<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

function hide<T extends object, K extends keyof T & string>(
  value: T,
  expanded: Expansions,
  prefix: string,
  secrets: readonly K[],
): Hidden<T, K> {
  const left = { ...value };
  for (const secret of secrets) if (!expanded.has(prefix + secret)) Reflect.deleteProperty(left, secret);
  return left;
}

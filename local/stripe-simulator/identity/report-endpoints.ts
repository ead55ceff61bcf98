/** `/v1/identity/verification_reports`. */
import type { Stripe } from 'stripe';
import * as z from 'zod';
import type { Expansions } from '../api/expansion.ts';
import { defineEndpoint, type Endpoint } from '../api/endpoint.ts';
import { resourceMissing } from '../api/errors.ts';
import { isWithin, listDocuments, paginationParameters } from '../api/pagination.ts';
import { createdRange, text } from '../api/parameters.ts';
import type { Simulator } from '../simulator.ts';
import type { ReportRecord } from './records.ts';
import { renderReport, REPORT_EXPANSIONS } from './rendering.ts';
import { refuseStaleResults } from './sensitive-results.ts';

const PATH = '/v1/identity/verification_reports';

export const reportEndpoints: readonly Endpoint[] = [
  defineEndpoint({
    method: 'GET',
    path: `${PATH}/:id`,
    parameters: z.strictObject({}),
    expandable: REPORT_EXPANSIONS,
    run(_sent, { simulator, id, expanded }) {
      const report = simulator.collections.reports.get(id);
      if (!report) throw resourceMissing('verificationreport', id);
      return showReport(simulator, report, expanded);
    },
  }),
  defineEndpoint({
    method: 'GET',
    path: PATH,
    parameters: z.strictObject({
      ...paginationParameters,
      client_reference_id: text.optional(),
      created: createdRange,
      type: z.enum(['document', 'id_number']).optional(),
      verification_session: text.optional(),
    }),
    expandable: REPORT_EXPANSIONS,
    isList: true,
    run({ client_reference_id, created, type, verification_session, ...page }, { simulator, expanded }) {
      return listDocuments({
        from: simulator.collections.reports,
        page,
        what: 'verificationreport',
        url: PATH,
        idOf: (report) => report.id,
        among:
          verification_session === undefined
            ? undefined
            : { field: 'verification_session', value: verification_session },
        matches: (report) =>
          isWithin(report.created, created) &&
          (client_reference_id === undefined || report.client_reference_id === client_reference_id) &&
          (type === undefined || report.type === type) &&
          (verification_session === undefined || report.verification_session === verification_session),
        render: (report) => showReport(simulator, report, expanded),
      });
    },
  }),
];

function showReport(
  simulator: Simulator,
  report: ReportRecord,
  expanded: Expansions,
): Stripe.Identity.VerificationReport {
  refuseStaleResults(simulator, report, expanded, 'last_verification_report.');
  return renderReport(report, expanded);
}

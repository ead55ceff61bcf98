/** `/v1/charges`, for reading. */
import * as z from 'zod';
import { defineEndpoint, type Endpoint } from '../api/endpoint.ts';
import { resourceMissing } from '../api/errors.ts';
import { isWithin, listDocuments, paginationParameters } from '../api/pagination.ts';
import { createdRange, text } from '../api/parameters.ts';
import { renderCharge } from './charges.ts';

export const chargeEndpoints: readonly Endpoint[] = [
  defineEndpoint({
    method: 'GET',
    path: '/v1/charges/:id',
    parameters: z.strictObject({}),
    run(_parameters, { simulator, id }) {
      const charge = simulator.collections.charges.get(id);
      if (!charge) throw resourceMissing('charge', id);
      return renderCharge(charge);
    },
  }),
  defineEndpoint({
    method: 'GET',
    path: '/v1/charges',
    parameters: z.strictObject({
      ...paginationParameters,
      created: createdRange,
      customer: text.optional(),
      payment_intent: text.optional(),
    }),
    run({ created, customer, payment_intent, ...page }, { simulator }) {
      return listDocuments({
        from: simulator.collections.charges,
        page,
        what: 'charge',
        url: '/v1/charges',
        idOf: (charge) => charge.id,
        among: customer === undefined ? undefined : { field: 'customer', value: customer },
        matches: (charge) =>
          isWithin(charge.created, created) &&
          (customer === undefined || charge.customer === customer) &&
          (payment_intent === undefined || charge.payment_intent === payment_intent),
        render: renderCharge,
      });
    },
  }),
];

/** What may be sent about a verification session. */
import * as z from 'zod';
import { paginationParameters } from '../api/pagination.ts';
import { boolean, createdRange, metadata, text, webUrl } from '../api/parameters.ts';

const sessionType = z.enum(['document', 'id_number']);

/** An empty `options[document]` takes all its options back. */
const documentOptions = z.preprocess(
  (value) => (value === '' ? {} : value),
  z.strictObject({
    allowed_types: z.array(z.enum(['driving_license', 'id_card', 'passport'])).exactOptional(),
    require_id_number: boolean.exactOptional(),
    require_live_capture: boolean.exactOptional(),
    require_matching_selfie: boolean.exactOptional(),
  }),
);

const changeable = {
  metadata: metadata.exactOptional(),
  options: z.strictObject({ document: documentOptions.exactOptional() }).exactOptional(),
  provided_details: z
    .strictObject({ email: text.exactOptional(), phone: text.exactOptional() })
    .exactOptional(),
  type: sessionType.exactOptional(),
};

export const createParameters = z.strictObject({
  ...changeable,
  client_reference_id: text.exactOptional(),
  related_customer: text.exactOptional(),
  related_customer_account: text.exactOptional(),
  related_person: z.strictObject({ account: text, person: text }).exactOptional(),
  return_url: webUrl.exactOptional(),
  verification_flow: text.exactOptional(),
});

export const updateParameters = z.strictObject(changeable);

export const listParameters = z.strictObject({
  ...paginationParameters,
  client_reference_id: text.exactOptional(),
  created: createdRange,
  related_customer: text.exactOptional(),
  related_customer_account: text.exactOptional(),
  status: z.enum(['canceled', 'processing', 'requires_input', 'verified']).exactOptional(),
});

export type CreateParameters = z.output<typeof createParameters>;
export type UpdateParameters = z.output<typeof updateParameters>;

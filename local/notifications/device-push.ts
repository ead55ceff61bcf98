// What reaches a phone, read as the rider app reads it, in APNs' or FCM's form.
import * as z from 'zod';

const words = z.object({ title: z.string(), body: z.string() });

const data = z.object({
  notification_id: z.string().min(1),
  type: z.literal('identity'),
  kind: z.string(),
  action: z.string(),
  subaccount_id: z.string(),
  customer_id: z.string(),
  deep_link: z.string().optional(),
});

const apnsPush = data
  .extend({ aps: z.object({ alert: words }) })
  .transform(({ aps, ...rest }) => ({ ...aps.alert, data: rest }));

const fcmPush = z
  .object({ fcmV1Message: z.object({ message: z.object({ notification: words, data }) }) })
  .transform(({ fcmV1Message: { message } }) => ({ ...message.notification, data: message.data }));

/** A push on a phone, in the words of the domain event that it goes with. */
export const devicePush = z.union([apnsPush, fcmPush]).transform(({ title, body, data: given }) => {
  const { notification_id: id, type, subaccount_id, customer_id, ...rest } = given;
  return { id, type, subaccount_id, customer_id, title, body, data: rest };
});

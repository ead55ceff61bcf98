// A push as each push service wants it, in the form in which SNS publishes to one of their endpoints.
// https://docs.aws.amazon.com/sns/latest/dg/sns-send-custom-platform-specific-payloads-mobile-devices.html

import type { Notification } from '../domain/notification.ts';

/** Opens the verification flow in the rider app. */
const identityDeepLink = 'ridegate://identity';

/** What the app reads beside title and body. Whose push it is lets an app drop one after its user has changed. */
type PushData = {
  notification_id: string;
  type: 'identity';
  kind: Notification['kind'];
  action: Notification['data']['action'];
  subaccount_id: string;
  customer_id: string;
  deep_link?: string;
};

/** The message by platform, each a JSON text of its own; `GCM` is what SNS calls FCM. */
type PushMessage = Record<'default' | 'APNS' | 'APNS_SANDBOX' | 'GCM', string>;

export function toPushMessage(notification: Notification): PushMessage {
  const apns = JSON.stringify(apnsPayload(notification));
  return {
    default: notification.title,
    APNS: apns,
    APNS_SANDBOX: apns,
    GCM: JSON.stringify({ fcmV1Message: { message: fcmMessage(notification) } }),
  };
}

/** https://developer.apple.com/documentation/usernotifications/generating-a-remote-notification */
function apnsPayload(notification: Notification) {
  const { title, body } = notification;
  return {
    aps: { alert: { title, body }, sound: 'default', 'thread-id': 'identity' },
    ...pushData(notification),
  };
}

/**
 * https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages
 * The tag lets a push that comes twice replace itself. A collapse key would do so on its way too, but a phone
 * that is off keeps pushes of four keys only, and would lose others.
 */
function fcmMessage(notification: Notification) {
  const { id, title, body } = notification;
  return {
    notification: { title, body },
    data: pushData(notification),
    android: { priority: 'high', notification: { tag: id } },
  };
}

function pushData({ id, kind, data, subaccountId, customerId }: Notification): PushData {
  return {
    notification_id: id,
    type: 'identity',
    kind,
    action: data.action,
    subaccount_id: subaccountId,
    customer_id: customerId,
    ...(data.action === 'open_identity_verification' && { deep_link: identityDeepLink }),
  };
}

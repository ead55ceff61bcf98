import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openInbox } from '../../../local/notifications/inbox.ts';

const push = (id: string, customer = 'amelia') => ({
  id,
  type: 'identity',
  subaccount_id: 'harbor',
  customer_id: customer,
  title: 'Identity Verified',
  body: "Your identity has been verified. You're all set to ride!",
  data: { action: 'open_app' },
});
const envelope = (message: object) =>
  JSON.stringify({
    Type: 'Notification',
    TopicArn: 'arn:aws:sns:us-east-1:000000000000:pushes',
    Message: JSON.stringify(message),
  });

describe('the inbox', () => {
  test('keeps a push once, however often it is delivered, with where it went and when', () => {
    const inbox = openInbox(new DatabaseSync(':memory:'));
    expect(inbox.receive(envelope(push('ntf_1')), 0)).toBe(true);
    expect(inbox.receive(envelope(push('ntf_1')), 1000)).toBe(true);
    expect(inbox.list({})).toEqual([
      {
        ...push('ntf_1'),
        target: 'arn:aws:sns:us-east-1:000000000000:pushes',
        delivered_at: '1970-01-01T00:00:00.000Z',
      },
    ]);
  });

  test.each([
    [
      'APNs',
      (data: object) => ({
        aps: { alert: { title: 'Identity Verified', body: 'Ride!' }, sound: 'default' },
        ...data,
      }),
    ],
    [
      'FCM',
      (data: object) => ({
        fcmV1Message: { message: { notification: { title: 'Identity Verified', body: 'Ride!' }, data } },
      }),
    ],
  ])('keeps a push on a device beside that on the topic, once for each device (%s)', (_, payloadOf) => {
    const inbox = openInbox(new DatabaseSync(':memory:'));
    const payload = JSON.stringify(
      payloadOf({
        notification_id: 'ntf_1',
        type: 'identity',
        kind: 'verification_required',
        action: 'open_identity_verification',
        subaccount_id: 'harbor',
        customer_id: 'amelia',
        deep_link: 'ridegate://identity',
      }),
    );
    inbox.receive(envelope(push('ntf_1')), 0);
    for (const target of ['arn:phone', 'arn:tablet', 'arn:phone']) {
      expect(inbox.receiveOnDevice(target, payload, 1000)).toBe(true);
    }
    expect(inbox.list({}).map(({ id, target }) => [id, target])).toEqual([
      ['ntf_1', 'arn:aws:sns:us-east-1:000000000000:pushes'],
      ['ntf_1', 'arn:phone'],
      ['ntf_1', 'arn:tablet'],
    ]);
    expect(inbox.list({ customerId: 'amelia' }).at(-1)).toEqual({
      id: 'ntf_1',
      type: 'identity',
      subaccount_id: 'harbor',
      customer_id: 'amelia',
      title: 'Identity Verified',
      body: 'Ride!',
      data: {
        kind: 'verification_required',
        action: 'open_identity_verification',
        deep_link: 'ridegate://identity',
      },
      target: 'arn:tablet',
      delivered_at: '1970-01-01T00:00:01.000Z',
    });
  });

  test.each(['{', '{}', '{"aps": {"alert": "text"}}'])('refuses %s on a device', (payload) => {
    const inbox = openInbox(new DatabaseSync(':memory:'));
    expect(inbox.receiveOnDevice('arn:phone', payload, 0)).toBe(false);
    expect(inbox.list({})).toEqual([]);
  });

  test('lists the newest last, of one customer or of all', () => {
    const inbox = openInbox(new DatabaseSync(':memory:'));
    for (const [id, customer] of [
      ['ntf_3', 'amelia'],
      ['ntf_1', 'mateo'],
      ['ntf_2', 'amelia'],
    ] as const) {
      inbox.receive(envelope(push(id, customer)), 0);
    }
    expect(inbox.list({}).map(({ id }) => id)).toEqual(['ntf_3', 'ntf_1', 'ntf_2']);
    expect(inbox.list({ customerId: 'amelia', subaccountId: 'harbor' }).map(({ id }) => id)).toEqual([
      'ntf_3',
      'ntf_2',
    ]);
    expect(inbox.list({ customerId: 'amelia', subaccountId: 'metro' })).toEqual([]);
  });

  test.each([
    ['no JSON', '{'],
    ['no envelope', '{}'],
    ['no push', envelope({ alarm: true })],
  ])('refuses a message that is %s', (_name, message) => {
    const inbox = openInbox(new DatabaseSync(':memory:'));
    expect(inbox.receive(message, 0)).toBe(false);
    expect(inbox.list({})).toEqual([]);
  });
});

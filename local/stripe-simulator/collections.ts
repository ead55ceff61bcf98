/** Every kind of document that the simulator stores. */
import { faultSettings } from './api/faults.ts';
import { savedAnswer } from './api/idempotency.ts';
import { fileLinkRecord, fileRecord } from './files/records.ts';
import { checkRecord } from './identity/check-record.ts';
import { redactionSettings } from './identity/redaction-settings.ts';
import { reportRecord, sessionRecord } from './identity/records.ts';
import { chargeRecord } from './payments/charge-record.ts';
import type { Store } from './storage/store.ts';
import { deliveryRecord, deliverySettings, eventRecord } from './webhooks/records.ts';

export type Collections = ReturnType<typeof openCollections>;

export function openCollections(store: Store) {
  return {
    sessions: store.collection('session', sessionRecord),
    reports: store.collection('report', reportRecord),
    checks: store.collection('check', checkRecord),
    files: store.collection('file', fileRecord),
    fileLinks: store.collection('file_link', fileLinkRecord),
    charges: store.collection('charge', chargeRecord),
    events: store.collection('event', eventRecord),
    deliveries: store.collection('delivery', deliveryRecord),
    settings: store.collection('delivery_settings', deliverySettings),
    redaction: store.collection('redaction_settings', redactionSettings),
    faults: store.collection('fault_settings', faultSettings),
    answers: store.collection('answer', savedAnswer),
  };
}

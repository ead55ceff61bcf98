// The API's words for what this page is about.

import type { components } from '../../../client/api-types.ts';

export type WebhookHealth = components['schemas']['WebhookHealth'];
export type WebhookHour = WebhookHealth['hours'][number];
export type DeadLetter = components['schemas']['DeadLetter'];
export type DeadLetterList = Pick<components['schemas']['DeadLetterList'], 'data' | 'approximate_total'>;
export type Redriven = components['schemas']['RedrivenDeadLetters'];
export type ReconcilerRun = components['schemas']['ReconcilerRun'];

/** Charges with Radar's assessment. They are made by steering only; the API reads them. */
import type { Stripe } from 'stripe';
import { newId } from '../ids.ts';
import type { Simulator } from '../simulator.ts';
import { emitEvent } from '../webhooks/events.ts';
import { NO_REQUEST } from '../webhooks/records.ts';
import { type ChargeInput, OUTCOMES } from './charge-input.ts';
import type { ChargeRecord } from './charge-record.ts';

/** Charges a customer; the event goes out with it. */
export function makeCharge(simulator: Simulator, input: ChargeInput): Stripe.Charge {
  const { customer, risk_level, risk_score, status, outcome_type, amount, currency } = input;
  const charge: ChargeRecord = {
    id: newId('ch'),
    amount,
    created: Math.floor(simulator.nowMs() / 1000),
    currency,
    customer,
    status,
    payment_intent: newId('pi'),
    outcome: {
      ...OUTCOMES[outcome_type],
      ...(outcome_type === 'blocked' && { reason: risk_level === 'highest' ? 'highest_risk_level' : 'rule' }),
      ...(risk_level !== null && { risk_level }),
      ...(risk_score !== undefined && { risk_score }),
      type: outcome_type,
    },
  };
  const shown = renderCharge(charge);
  simulator.store.transaction(() => {
    simulator.collections.charges.put(charge.id, charge);
    emitEvent(simulator, `charge.${status}`, shown, NO_REQUEST);
  });
  return shown;
}

export function renderCharge(charge: ChargeRecord): Stripe.Charge {
  const paid = charge.status === 'succeeded';
  return {
    ...charge,
    ...CHARGE_CONSTANTS,
    amount_captured: paid ? charge.amount : 0,
    captured: paid,
    failure_code: paid ? null : 'card_declined',
    failure_message: paid ? null : 'Your card was declined.',
    outcome: { advice_code: null, network_advice_code: null, network_decline_code: null, ...charge.outcome },
    paid,
  };
}

/** Fields that nothing here varies, so that a charge has all that Stripe's have. */
const CHARGE_CONSTANTS = {
  object: 'charge',
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
  calculated_statement_descriptor: null,
  description: null,
  disputed: false,
  failure_balance_transaction: null,
  fraud_details: null,
  livemode: false,
  metadata: {},
  on_behalf_of: null,
  payment_method: null,
  payment_method_details: null,
  receipt_email: null,
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
} as const satisfies Partial<Stripe.Charge>;

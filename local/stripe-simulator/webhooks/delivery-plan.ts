/** How the next event travels under the current delivery settings: lost, doubled, late, or out of turn. Pure. */
import { nextRandom } from '../random.ts';
import type { DeliverySettings } from './records.ts';

interface PlannedCopy {
  dueMs: number;
  order: number;
}

interface DeliveryPlan {
  /** None: the event is lost. */
  copies: PlannedCopy[];
  settings: DeliverySettings;
}

/** Shuffled events are gathered this long and then sent in a random order. */
const GATHERING_MS = 500;

export const DEFAULT_DELIVERY: DeliverySettings = {
  duplicate_rate: 0,
  drop_rate: 0,
  shuffle: false,
  delay_ms: 0,
  seed: 0,
  one_at_a_time: false,
  random_state: 0,
  gathering_until_ms: 0,
};

export function planDelivery(before: DeliverySettings, nowMs: number): DeliveryPlan {
  // Each event draws the same four numbers whatever is turned on, so that changing one rate leaves the others alone.
  const [dropDraw, duplicateDraw, firstOrder, secondOrder, random_state] = draw(before.random_state);
  const gathering_until_ms =
    before.shuffle && before.gathering_until_ms <= nowMs ? nowMs + GATHERING_MS : before.gathering_until_ms;
  const settings = { ...before, random_state, gathering_until_ms };

  const dueMs = (settings.shuffle ? gathering_until_ms : nowMs) + settings.delay_ms;
  const orders = duplicateDraw < settings.duplicate_rate ? [firstOrder, secondOrder] : [firstOrder];
  const copies = orders.map((order) => ({ dueMs, order: settings.shuffle ? order : 0 }));
  return { copies: dropDraw < settings.drop_rate ? [] : copies, settings };
}

function draw(state: number): [number, number, number, number, number] {
  const first = nextRandom(state);
  const second = nextRandom(first.state);
  const third = nextRandom(second.state);
  const fourth = nextRandom(third.state);
  return [first.value, second.value, third.value, fourth.value, fourth.state];
}

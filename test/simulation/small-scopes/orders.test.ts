// Stripe promises neither order nor single delivery. Six events come in a thousand orders, and our own steps in
// between in many more: here are all of them, on production code, for the stories that matter.

import { describe, expect, it } from 'vitest';
import { createChance } from '../chance.ts';
import { exploreOrders, walk } from './orders/explore.ts';
import { stories } from './orders/stories.ts';

const walksPerStory = 15;

describe.each(stories)('a rider who is $name', (story) => {
  it(`ends the same in all ${story.orders.after} orders of events that come when all has happened`, async () => {
    const { orders, faults } = await exploreOrders(story, 'end');

    expect(faults).toEqual([]);
    expect(orders).toBe(story.orders.after);
  });

  it(`ends the same in all ${story.orders.between} orders of what happens and the events of it`, async () => {
    const { orders, faults, ends } = await exploreOrders(story, 'start');

    expect(faults).toEqual([]);
    expect(orders).toBe(story.orders.between);

    // Without a pause between two steps it goes as moment by moment.
    const chance = createChance(1);
    for (let count = 0; count < walksPerStory; count += 1) {
      const walked = await walk(story, (names, over) =>
        over && (names.length === 0 || chance.happens(0.5)) ? null : chance.pick(names),
      );

      expect(walked.fault, walked.order.join(', ')).toBe(null);
      expect(ends.has(walked.end), walked.order.join(', ')).toBe(true);
    }
  });
});

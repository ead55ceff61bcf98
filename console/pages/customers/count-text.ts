import { useFormatter } from 'use-intl';
import type { CustomerCount } from './lists.ts';

/** A count as people read it; `500+` where nobody counted on. */
export function useCountText(): (count: CustomerCount) => string {
  const format = useFormatter();
  return ({ count, capped }) => format.number(count) + (capped ? '+' : '');
}

import { useFormatter } from 'use-intl';
import { durationFormat, inUnit, unitFor } from '../../parts/duration.ts';

/** Says an age in seconds in the unit that fits it, such as `3 min`. */
export function useAgeText(): (seconds: number) => string {
  const format = useFormatter();
  return (seconds) => {
    const unit = unitFor(seconds);
    return format.number(inUnit(seconds, unit), durationFormat(unit, 'short'));
  };
}

// The version of the customer that a decision rests on: what was on the screen when the question was opened.

import { useState } from 'react';
import { isOvertaken } from '../../../api/failure.ts';

/**
 * Stays as it was at first, whatever is read of the customer meanwhile, until the operator has been told that it is
 * gone by: then it is the one that is shown with that.
 * @param current the customer's version as it was read last
 */
export function useSeenVersion(current: number, failure: unknown): number {
  const [seen, setSeen] = useState({ version: current, failure });
  if (failure === seen.failure) return seen.version;
  const version = isOvertaken(failure) ? current : seen.version;
  setSeen({ version, failure });
  return version;
}

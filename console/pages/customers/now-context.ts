import { createContext } from 'react';

/** The time that ages in the lists are told from, in milliseconds; it ticks in one place for all rows. */
export const NowContext = createContext(0);

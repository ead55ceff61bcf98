import { createWorld } from '../../support/in-memory/world.ts';
import { describeDeadlines } from '../contracts/deadlines.ts';

describeDeadlines(() => Promise.resolve(createWorld()));

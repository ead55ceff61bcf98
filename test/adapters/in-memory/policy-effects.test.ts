import { createWorld } from '../../support/in-memory/world.ts';
import {
  describePolicyApplications,
  describePolicySubjects,
  describeStatsCounters,
} from '../contracts/policy-effects.ts';

describePolicySubjects(() => createWorld());
describePolicyApplications(() => createWorld().applications);
describeStatsCounters(() => createWorld().counters);

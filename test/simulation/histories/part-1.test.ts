import { describeHistories } from './describe-histories.ts';

describeHistories({ from: 1, histories: 5_000 });

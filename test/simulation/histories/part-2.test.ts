import { describeHistories } from './describe-histories.ts';

describeHistories({ from: 5001, histories: 5_000 });

import { describeHistories } from './describe-histories.ts';

describeHistories({ from: 10001, histories: 5_000 });

import { describeHistories } from './describe-histories.ts';

describeHistories({ from: 15001, histories: 5_000 });

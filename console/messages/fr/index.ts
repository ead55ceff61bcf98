// All texts of the console in one language.
import { common } from './common.ts';
import { customer } from './customer.ts';
import { customers } from './customers.ts';
import { insights } from './insights.ts';
import { operations } from './operations.ts';
import { policy } from './policy.ts';
import { problems } from './problems.ts';
import { shell } from './shell.ts';
import { subaccounts } from './subaccounts.ts';

import type { Messages } from '../en/index.ts';

export const fr: Messages = {
  common,
  customer,
  customers,
  insights,
  operations,
  policy,
  problems,
  shell,
  subaccounts,
};

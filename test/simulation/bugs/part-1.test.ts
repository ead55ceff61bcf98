import { describeBugs } from './describe-bugs.ts';

describeBugs('storage', 'gate', 'receiver', 'deliveries', 'tenants');

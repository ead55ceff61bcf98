import { describeBugs } from './describe-bugs.ts';

describeBugs('processor', 'sessions', 'verification', 'outbox', 'reconciler', 'redaction');

import { describe } from 'vitest';
import { describeAuditTrail } from './audit-trail.ts';
import { describeCustomerCreation } from './customer-creation.ts';
import type { MakeCustomerHarness } from './customer-harness.ts';
import { describeCustomerLists } from './customer-lists.ts';
import { describeCustomerOrders } from './customer-orders.ts';
import { describeCustomerRefusals } from './customer-refusals.ts';
import { describeCustomerSaves } from './customer-saves.ts';
import { describeCustomerSearch } from './customer-search.ts';
import { describeSessionClaims } from './customer-sessions.ts';
import { describeProcessedEvents } from './processed-events.ts';

/** What every CustomerRepository promises (functions/use-cases/ports/customer-repository.ts). */
export function describeCustomerRepository(make: MakeCustomerHarness): void {
  describe('CustomerRepository', () => {
    describeCustomerCreation(make);
    describeCustomerSaves(make);
    describeCustomerRefusals(make);
    describeProcessedEvents(make);
    describeSessionClaims(make);
    describeCustomerLists(make);
    describeCustomerOrders(make);
    describeCustomerSearch(make);
    describeAuditTrail(make);
  });
}

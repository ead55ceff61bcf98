import { createWorld } from '../../support/in-memory/world.ts';
import { describeCustomerExport } from '../contracts/customer-export.ts';
import { describeCustomerFileRepository } from '../contracts/customer-file.ts';
import { describeCustomerRepository } from '../contracts/customer-repository.ts';
import { describeKeptIdentity } from '../contracts/kept-identity.ts';
import { describeRedaction } from '../contracts/redaction.ts';
import { describeSignalRepository } from '../contracts/signal-repository.ts';
import { describeDeviceRepository } from '../contracts/device-repository.ts';
import { describeSubaccountRepository } from '../contracts/subaccount-repository.ts';

describeCustomerRepository(() => {
  const { customers, subaccounts, auditOf, outboxOf } = createWorld();
  return {
    customers,
    subaccounts,
    auditOf: (ref) => Promise.resolve(auditOf(ref)),
    outboxOf: (ref) => Promise.resolve(outboxOf(ref)),
  };
});

describeSubaccountRepository(() => createWorld().subaccounts);

describeSignalRepository(() => createWorld());

describeCustomerFileRepository(() => createWorld());

describeKeptIdentity(() => createWorld());

describeRedaction(() => createWorld());

describeCustomerExport(() => createWorld());

describeDeviceRepository(() => createWorld().devices);

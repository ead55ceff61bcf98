// Who can be played, by fleet: the seed's own customers, so that the two lists can't drift apart.
import { demoSubaccounts, type DemoCustomer } from '../seed/demo-data.ts';

export type Vehicle = 'scooter' | 'bike' | 'car';

export interface DemoFleet {
  readonly id: string;
  readonly appName: string;
  /** When this fleet asks riders to verify, in a rider's words. */
  readonly rule: string;
  readonly vehicle: Vehicle;
  readonly riders: readonly DemoRider[];
}

export interface DemoRider {
  readonly id: string;
  readonly name: string;
  /** What makes this rider's case; null where nothing does. */
  readonly hint: string | null;
}

const rules = {
  risk_based: 'ID check after a risky payment',
  all_users: 'ID check for everyone',
  disabled: 'No ID checks',
} as const;

const vehicles: Readonly<Record<string, Vehicle>> = { metro: 'scooter', harbor: 'bike', campus: 'car' };

export const demoFleets: readonly DemoFleet[] = demoSubaccounts.map(
  ({ id, app_name, policy, customers }) => ({
    id,
    appName: app_name,
    rule: rules[policy.identity_verification_mode],
    vehicle: vehicles[id] ?? 'scooter',
    riders: customers.map((customer) => ({
      id: customer.id,
      name: customer.name,
      hint: policy.identity_verification_mode === 'risk_based' ? paymentHint(customer.firstCharge) : null,
    })),
  }),
);

function paymentHint(firstCharge: DemoCustomer['firstCharge']): string {
  switch (firstCharge) {
    case undefined:
      return 'No payment';
    case 'normal':
      return 'Normal risk';
    case 'elevated':
      return 'Elevated risk';
    case 'highest':
      return 'Highest risk';
  }
}

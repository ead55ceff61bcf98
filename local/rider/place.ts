// Where the page is and whom it plays, read from its own address: no port is written down anywhere.
import { demoFleets, type Vehicle } from './demo-riders.ts';

/** The customer who is played, with what the app around it shows. */
export interface Rider {
  readonly id: string;
  readonly subaccountId: string;
  readonly name: string;
  readonly firstName: string;
  readonly appName: string;
  readonly vehicle: Vehicle;
}

export interface Place {
  /** Null until somebody is chosen. */
  readonly rider: Rider | null;
  /** True when the verification page has just sent the rider back. */
  readonly returned: boolean;
  /** Where tokens come from: the embedded run keeps its issuer three ports up. */
  readonly tokenUrl: string;
}

const cameBack = 'from=verification';

export function readPlace({ port, search }: Pick<Location, 'port' | 'search'>): Place {
  const query = new URLSearchParams(search);
  const subaccountId = query.get('subaccount_id');
  const customerId = query.get('customer_id');
  return {
    rider: subaccountId === null || customerId === null ? null : findRider(subaccountId, customerId),
    returned: query.get('from') === 'verification',
    tokenUrl: `http://127.0.0.1:${Number(port) + 3}/token`,
  };
}

/** The page's address with this rider chosen; any customer can be played, also one who isn't in the list. */
export function addressOf(subaccountId: string, customerId: string): string {
  return `?${new URLSearchParams({ subaccount_id: subaccountId, customer_id: customerId }).toString()}`;
}

/** Sent to Stripe's page. The address 127.0.0.1 is the one on the run's allow-list, also for who typed localhost. */
export function returnUrl(rider: Rider, { port, pathname }: Pick<Location, 'port' | 'pathname'>): string {
  return `http://127.0.0.1:${port}${pathname}${addressOf(rider.subaccountId, rider.id)}&${cameBack}`;
}

function findRider(subaccountId: string, customerId: string): Rider {
  const fleet = demoFleets.find(({ id }) => id === subaccountId);
  const name = fleet?.riders.find(({ id }) => id === customerId)?.name ?? customerId;
  return {
    id: customerId,
    subaccountId,
    name,
    firstName: name.split(' ')[0] ?? name,
    appName: fleet?.appName ?? 'RideGate',
    vehicle: fleet?.vehicle ?? 'scooter',
  };
}

// The demo fleet: one subaccount for each way of asking for verification, with riders to play.

type Mode = 'risk_based' | 'all_users' | 'disabled';

export interface DemoSubaccount {
  readonly id: string;
  readonly name: string;
  readonly app_name: string;
  readonly policy: {
    readonly identity_verification_mode: Mode;
    readonly identity_verification_risk_threshold?: number;
  };
  readonly customers: readonly DemoCustomer[];
}

export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly stripe_customer_id: string;
  /** The rider's first payment, as Radar judged it. */
  readonly firstCharge: 'normal' | 'elevated' | 'highest' | undefined;
}

function customer(
  subaccount: string,
  name: string,
  phone: string,
  firstCharge?: 'normal' | 'elevated' | 'highest',
): DemoCustomer {
  const first = (name.split(' ')[0] ?? name).toLowerCase();
  return {
    id: `${subaccount}-${first}`,
    name,
    email: `${first}@${subaccount}.example`,
    phone,
    stripe_customer_id: `cus_${subaccount}${first}`,
    firstCharge,
  };
}

export const demoSubaccounts: readonly DemoSubaccount[] = [
  {
    id: 'metro',
    name: 'Metro Micromobility',
    app_name: 'Metro Scooters',
    policy: { identity_verification_mode: 'risk_based', identity_verification_risk_threshold: 50 },
    customers: [
      customer('metro', 'Nora Lindqvist', '+12125550101', 'normal'),
      customer('metro', 'Samuel Okafor', '+12125550102', 'elevated'),
      customer('metro', 'Priya Raman', '+12125550103', 'normal'),
      customer('metro', 'Diego Fuentes', '+12125550104', 'highest'),
      customer('metro', 'Hana Sato', '+12125550105', 'normal'),
      customer('metro', 'Luca Moretti', '+12125550106'),
      customer('metro', 'Fatima Zahra', '+12125550107'),
      customer('metro', 'Jonas Weber', '+12125550108', 'elevated'),
    ],
  },
  {
    id: 'harbor',
    name: 'Harbor Bike Share',
    app_name: 'Harbor Bikes',
    policy: { identity_verification_mode: 'all_users' },
    customers: [
      customer('harbor', 'Amelia Hart', '+16175550111'),
      customer('harbor', 'Mateo Silva', '+16175550112'),
      customer('harbor', 'Ingrid Dahl', '+16175550113'),
      customer('harbor', 'Kwame Mensah', '+16175550114'),
      customer('harbor', 'Yuki Tanaka', '+16175550115'),
      customer('harbor', 'Oliver Grant', '+16175550116'),
    ],
  },
  {
    id: 'campus',
    name: 'Campus Cars',
    app_name: 'Campus Cars',
    policy: { identity_verification_mode: 'disabled' },
    customers: [
      customer('campus', 'Tom Becker', '+15105550121'),
      customer('campus', 'Aisha Khan', '+15105550122'),
      customer('campus', 'Emma Novak', '+15105550123'),
      customer('campus', 'Leo Dubois', '+15105550124'),
      customer('campus', 'Grace Kim', '+15105550125'),
      customer('campus', 'Ravi Patel', '+15105550126'),
    ],
  },
];

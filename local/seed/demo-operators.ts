// Who can sign in to the console of a run: an operator of each demo subaccount, and an admin of all.

/** Somebody of the demo who works with the console. */
export interface DemoPerson {
  /** The `sub` of tokens; the audit trail knows them by it. */
  readonly id: string;
  readonly name: string;
  /** Undefined for an admin, who may see every subaccount. */
  readonly subaccountId: string | undefined;
}

export const demoPeople: readonly DemoPerson[] = [
  { id: 'maya.brooks', name: 'Maya Brooks', subaccountId: 'metro' },
  { id: 'henrik.sand', name: 'Henrik Sand', subaccountId: 'harbor' },
  { id: 'carla.ruiz', name: 'Carla Ruiz', subaccountId: 'campus' },
  { id: 'alex.morgan', name: 'Alex Morgan', subaccountId: undefined },
];

// The addresses of the console's pages, as links lead to them; console/app.tsx has the pages behind them.

/** The pages of a subaccount begin with it. */
export function subaccountPath(subaccountId: string): string {
  return `/subaccounts/${encodeURIComponent(subaccountId)}`;
}

export function customersPath(subaccountId: string): string {
  return `${subaccountPath(subaccountId)}/customers`;
}

export function customerPath(subaccountId: string, customerId: string): string {
  return `${customersPath(subaccountId)}/${encodeURIComponent(customerId)}`;
}

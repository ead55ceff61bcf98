/** An operator on the platform: the tenant that customers belong to. */
export type Subaccount = {
  id: string;
  name: string;
  /** What riders know the app as; it stands in the pushes. */
  appName: string;
  version: number;
};

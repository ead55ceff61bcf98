/** What the platform told us about a customer at signup. Personal data: kept apart from the profile. */
export type SignupDetails = {
  email: string | null;
  name: string | null;
  /** E.164. */
  phone: string | null;
  ip: string | null;
  latitude: number | null;
  longitude: number | null;
  locationAccuracyMeters: number | null;
};

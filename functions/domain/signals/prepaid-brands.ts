// Carriers that sell prepaid contracts only. Lookups name the carrier, not the contract, so this is all that
// can be told: a name on the list means prepaid, any other name means that nobody knows.

const prepaidBrands = [
  'boost mobile',
  'cricket',
  'giffgaff',
  'h2o wireless',
  'lebara',
  'lycamobile',
  'metropcs',
  'metro by t-mobile',
  'mint mobile',
  'net10',
  'simple mobile',
  'straight talk',
  'total wireless',
  'tracfone',
];

/** True for a carrier that sells nothing but prepaid, else null. */
export function prepaidByBrand(carrier: string | null): true | null {
  const name = carrier?.toLowerCase();
  return prepaidBrands.some((brand) => name?.includes(brand)) ? true : null;
}

// The phones that a customer's pushes go to.

/** The push services: Apple's and Google's. */
export const devicePlatforms = ['apns', 'fcm'] as const;
export type DevicePlatform = (typeof devicePlatforms)[number];

/** One installation of the rider app. */
export type Device = {
  /** The app's own id of its installation. */
  id: string;
  platform: DevicePlatform;
  /** SHA-256 of the push token in hex; the token itself is kept by the push service alone. */
  tokenHash: string;
  /** Where the push service takes pushes for it. */
  endpointArn: string;
  registeredAtMs: number;
};

/** Bounds what one push costs; whoever has more phones than this keeps those that he used last. */
export const maxDevicesPerCustomer = 10;

/** A device that is to be registered, and what has to give way to it. */
export type DeviceRegistration = {
  device: Device;
  /** The same device as it was registered before. */
  replaced: Device | null;
  /** The customer's other devices that go: those of the same token, and the longest unused over the cap. */
  displaced: readonly Device[];
};

/** What a registration makes of a customer's devices. */
export function decideDeviceRegistration(devices: readonly Device[], device: Device): DeviceRegistration {
  const others = devices
    .filter(({ id }) => id !== device.id)
    .toSorted((one, other) => other.registeredAtMs - one.registeredAtMs);
  const ofOtherTokens = others.filter(({ tokenHash }) => tokenHash !== device.tokenHash);
  const kept = new Set(ofOtherTokens.slice(0, maxDevicesPerCustomer - 1));
  return {
    device,
    replaced: devices.find(({ id }) => id === device.id) ?? null,
    displaced: others.filter((other) => !kept.has(other)),
  };
}

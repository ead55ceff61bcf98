export const title = 'RideGate';

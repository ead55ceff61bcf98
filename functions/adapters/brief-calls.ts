/**
 * Settings of an AWS client whose calls end soon, for work that others wait behind. The SDK itself waits for an
 * answer without end, so that one connection that hangs would take the whole time of a function.
 */
export const briefCalls = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
};

// Lets a test make the calls of an in-memory port fail.

/** `failNext` fails one call, `failWith` all of them until it is given null. */
export type FaultSwitch = {
  failNext: (fault: Error) => void;
  failWith: (fault: Error | null) => void;
};

export type Faults = FaultSwitch & { throwIfSet: () => void };

export function createFaults(): Faults {
  const queued: Error[] = [];
  let standing: Error | null = null;
  return {
    failNext: (fault) => {
      queued.push(fault);
    },
    failWith: (fault) => {
      standing = fault;
    },
    throwIfSet: () => {
      const fault = queued.shift() ?? standing;
      if (fault !== null) throw fault;
    },
  };
}

// One call whose answer is handed on and kept nowhere else: for what must not stay in a cache.

import { useState } from 'react';

export type Call = {
  isBusy: boolean;
  failure: unknown;
  /** Hands the answer on where the call goes well; else `failure` says why not. */
  run: <T>(call: () => Promise<T>, onAnswer: (answer: T) => void) => void;
  reset: () => void;
};

export function useCall(): Call {
  const [state, setState] = useState<{ isBusy: boolean; failure: unknown }>({ isBusy: false, failure: null });
  return {
    ...state,
    run: (call, onAnswer) => {
      setState({ isBusy: true, failure: null });
      call().then(
        (answer) => {
          setState({ isBusy: false, failure: null });
          onAnswer(answer);
        },
        (failure: unknown) => setState({ isBusy: false, failure }),
      );
    },
    reset: () => setState({ isBusy: false, failure: null }),
  };
}

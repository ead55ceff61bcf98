// One call whose answer is handed on and kept nowhere else: for what must not stay in a cache.

import { useRef, useState } from 'react';

export type Call = {
  isBusy: boolean;
  failure: unknown;
  /** Hands the answer on where the call goes well; else `failure` says why not. While one is under way, no other is made. */
  run: <T>(call: () => Promise<T>, onAnswer: (answer: T) => void) => void;
  reset: () => void;
};

export function useCall(): Call {
  const [state, setState] = useState<{ isBusy: boolean; failure: unknown }>({ isBusy: false, failure: null });
  // A second click comes before the page could show that the first one is being answered.
  const isUnderWay = useRef(false);
  return {
    ...state,
    run: (call, onAnswer) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setState({ isBusy: true, failure: null });
      call().then(
        (answer) => {
          isUnderWay.current = false;
          setState({ isBusy: false, failure: null });
          onAnswer(answer);
        },
        (failure: unknown) => {
          isUnderWay.current = false;
          setState({ isBusy: false, failure });
        },
      );
    },
    reset: () => setState({ isBusy: false, failure: null }),
  };
}

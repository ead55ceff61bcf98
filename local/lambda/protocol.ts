// What the runtime and a function's worker thread tell each other.

export interface WorkerSetup {
  /** Path of the bundle without its extension. */
  readonly module: string;
  readonly exportName: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

export interface InvokeMessage {
  readonly requestId: string;
  readonly event: unknown;
  /** Milliseconds since the epoch. */
  readonly deadlineMs: number;
}

/** A function's error, in the words of Lambda's runtime API. */
export interface FunctionFault {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type WorkerAnswer =
  /** The bundle is loaded, or known not to load: from now on time is the function's own. */
  | { readonly outcome: 'initialized' }
  | { readonly requestId: string; readonly outcome: 'answered'; readonly payload: string }
  | { readonly requestId: string; readonly outcome: 'failed'; readonly fault: FunctionFault };

// What a person who starts the embedded run may have to put right, as one sentence.

/** The run cannot start or go on, and the message alone tells a person what to do about it. */
export class StartFailure extends Error {
  override name = 'StartFailure';
}

/** The message of anything that was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

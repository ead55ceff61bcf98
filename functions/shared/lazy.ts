/** A handler that is put together at its first call: importing a function file reads no environment. */
export function lazily<Event, Context, Answer>(
  create: () => (event: Event, context: Context) => Promise<Answer>,
): (event: Event, context: Context) => Promise<Answer> {
  let handler: ReturnType<typeof create> | null = null;
  return (event, context) => {
    handler ??= create();
    return handler(event, context);
  };
}

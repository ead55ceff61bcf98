/** An immediate is cheaper where several are due in one turn of the event loop; microtasks run between them. */
const stepsPerTurn = 32;

/** Takes steps, with all that follows from one before the next, until one says that it was the last. */
export function takeSteps(step: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    let over = false;
    const turn = (): void => {
      if (over || step()) return;
      over = true;
      resolve();
    };
    const turns = (): void => {
      for (let count = 0; count < stepsPerTurn; count += 1) setImmediate(turn);
      setImmediate(() => {
        if (!over) turns();
      });
    };
    turns();
  });
}

/**
 * Runs work that SIGINT, SIGTERM or SIGHUP asks to stop. A second signal exits the process.
 *
 * @param work gets an `AbortSignal`, which the first signal aborts.
 */
export async function untilInterrupted<Result>(work: (interrupted: AbortSignal) => Promise<Result>): Promise<Result> {
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(1);
    interruption.abort();
  };
  for (const name of signals) process.on(name, interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    for (const name of signals) process.off(name, interrupt);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Processes items one after the other until interrupted. */
export async function forEachUntilInterrupted<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await untilInterrupted(async (interrupted) => {
    for (const item of items) if (!interrupted.aborted) await work(item);
  });
}

/**
 * Does work that SIGINT, SIGTERM or SIGHUP asks to stop. A second signal ends the process.
 *
 * @param work is given a signal that is aborted by the first one.
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

/** Does something with each item, one after the other, and starts no other once interrupted. */
export async function forEachUntilInterrupted<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await untilInterrupted(async (interrupted) => {
    for (const item of items) if (!interrupted.aborted) await work(item);
  });
}

/**
 * Does something as long as nobody interrupts.
 *
 * @param work is given what tells whether somebody did. A second interruption ends the process.
 */
export async function untilInterrupted<Result>(
  work: (isInterrupted: () => boolean) => Promise<Result>,
): Promise<Result> {
  let interrupted = false;
  const interrupt = () => {
    if (interrupted) process.exit(1);
    interrupted = true;
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await work(() => interrupted);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** Does something with each of some items, one after the other, and begins no other once somebody interrupts. */
export async function forEachUntilInterrupted<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  await untilInterrupted(async (isInterrupted) => {
    for (const item of items) if (!isInterrupted()) await work(item);
  });
}

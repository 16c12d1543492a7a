/** Tracks pending work, so that callers can wait until none is left. */
export function createRunning() {
  const running = new Set<Promise<unknown>>();
  return {
    /** The work must not reject. */
    add: <Result>(work: Promise<Result>): Promise<Result> => {
      running.add(work);
      return work.finally(() => running.delete(work));
    },
    /** Resolves when no work is pending, including work that was added while waiting. */
    idle: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

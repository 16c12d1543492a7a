/** Knows what is going on, so that one can wait for its end. */
export function createRunning() {
  const running = new Set<Promise<unknown>>();
  return {
    /** The work must not reject. */
    add: <Result>(work: Promise<Result>): Promise<Result> => {
      running.add(work);
      return work.finally(() => running.delete(work));
    },
    /** Resolves when nothing is going on any more, what has begun meanwhile included. */
    idle: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

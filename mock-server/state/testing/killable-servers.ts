import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { KillableOptions, KillableStarted, Order } from './killable-server.ts';

/** A mock in its own process. */
export type KillableServer = KillableStarted & {
  kill: () => void;
  /** Makes it kill itself before the nth statement that writes, counted from 1. */
  killBeforeWrite: (number: number) => void;
  /** Resolves when it was killed. Rejects if it ended in another way. */
  killed: Promise<void>;
};

const source = fileURLToPath(new URL('./killable-server.ts', import.meta.url));

/** Starts servers one after the other, and loads the next one while the last one works. */
export class KillableServers implements Disposable {
  readonly #all: ChildProcess[] = [];
  #next = this.#load();

  /**
   * Starts a server.
   *
   * @param killedBeforeWrite kills it before this statement, which may be during its start, counted from 1
   * @throws if it was killed before it served
   */
  async start(options: KillableOptions, killedBeforeWrite?: number): Promise<KillableServer> {
    const child = this.#next;
    const order = (message: Order) => child.send(message);
    const ended = once(child, 'close');
    const killed = ended.then(([code, signal]) => {
      if (signal !== 'SIGKILL') throw new Error(`The server was not killed, but ended with ${code ?? signal}.`);
    });
    if (killedBeforeWrite !== undefined) order({ dieBeforeWrite: killedBeforeWrite });
    order({ start: options });
    const started = await Promise.race([once(child, 'message'), killed]);
    if (!started) throw new Error('The server was killed before it started.');
    // The server's module defines this message.
    const [message] = started as [KillableStarted];
    this.#next = this.#load();
    return {
      ...message,
      killed,
      kill: () => child.kill('SIGKILL'),
      killBeforeWrite: (number) => order({ dieBeforeWrite: number }),
    };
  }

  [Symbol.dispose](): void {
    for (const child of this.#all) child.kill('SIGKILL');
  }

  #load(): ChildProcess {
    const child = fork(source, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#all.push(child);
    return child;
  }
}

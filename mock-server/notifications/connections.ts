import type { Agent } from 'undici';
import { controlRoot } from '../wire/control-root.ts';
import { isLocalHost } from '../wire/hosts.ts';

/** Timeout for connecting and answering, in milliseconds. @evidence official: five seconds */
export const answerWithinMs = 5000;

/** Keep-alive connections to destinations. */
export class Connections {
  /** URL that this server listens on, once it does. */
  home: URL | undefined;
  #agent: Promise<Agent> | undefined;

  /** Returns the HTTP agent. Loads undici at the first call, to keep the start fast. */
  agent(): Promise<Agent> {
    this.#agent ??= openAgent();
    return this.#agent;
  }

  /** Returns true for a URL of this server's own control plane, which must not receive webhooks. */
  isOwnControl({ hostname, port, pathname }: URL): boolean {
    if (!this.home || port !== this.home.port || !pathname.startsWith(controlRoot)) return false;
    return isLocalHost(hostname) || hostname === this.home.hostname;
  }

  /** Closes the connections, after their pending requests. */
  async close(): Promise<void> {
    const agent = await this.#agent;
    await agent?.close();
  }
}

async function openAgent(): Promise<Agent> {
  const { Agent } = await import('undici');
  return new Agent({ keepAliveTimeout: 4000, connect: { timeout: answerWithinMs } });
}

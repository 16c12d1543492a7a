import type { Agent } from 'undici';
import { controlRoot } from '../wire/control-root.ts';
import { isLocalHost } from '../wire/hosts.ts';

/** How long a destination may take to connect and to answer, in milliseconds. @evidence official: five seconds */
export const answerWithinMs = 5000;

/** Connections to destinations, kept open from one delivery to the next. */
export class Connections {
  /** Where this server listens, once it does. */
  home: URL | undefined;
  #agent: Promise<Agent> | undefined;

  /** What sends over them. Loads undici, which a start does not wait for, when it is first asked. */
  agent(): Promise<Agent> {
    this.#agent ??= openAgent();
    return this.#agent;
  }

  /** Whether a URL leads to this server's own control plane, which no webhook is for. */
  isOwnControl({ hostname, port, pathname }: URL): boolean {
    if (!this.home || port !== this.home.port || !pathname.startsWith(controlRoot)) return false;
    return isLocalHost(hostname) || hostname === this.home.hostname;
  }

  /** Closes them, after the requests that are on their way. */
  async close(): Promise<void> {
    const agent = await this.#agent;
    await agent?.close();
  }
}

async function openAgent(): Promise<Agent> {
  const { Agent } = await import('undici');
  return new Agent({ keepAliveTimeout: 4000, connect: { timeout: answerWithinMs } });
}

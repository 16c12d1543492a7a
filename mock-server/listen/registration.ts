import { connect } from 'node:net';
import { MockRefusal, MockUnavailable } from '#openapi/control-plane/mock-failures.ts';
import type { RunningMock } from '../control-client/running-mock.ts';
import { fieldOf } from '../text/json-field.ts';
import { Backoff } from './backoff.ts';

/** Beginning of the destinations' descriptions. */
const prefix = 'paddock listen to ';

/** A destination to register. */
export type DestinationRequest = {
  /** URL of the receiver. */
  destination: string;
  /** URL of the application; identifies the destination among those of several listeners. */
  forwardTo: string;
  /** Event types; undefined for all. */
  events: readonly string[] | undefined;
};

/** A registered destination. */
export type Registered = { id: string; secret: string; events: readonly string[] };

/** Callbacks of a registration. */
export type RegistrationListener = {
  /** Called after the first and each further registration. */
  registered: (registered: Registered) => void;
  /** Called once the mock is unreachable. */
  lost: (reason: string) => void;
};

/** Keeps a destination registered on a mock that may be restarted or reset at any time. */
export class Registration {
  readonly #mock: RunningMock;
  readonly #request: DestinationRequest;
  readonly #listener: RegistrationListener;
  #current: Registered | undefined;

  constructor(mock: RunningMock, request: DestinationRequest, listener: RegistrationListener) {
    this.#mock = mock;
    this.#request = request;
    this.#listener = listener;
  }

  /**
   * Registers, checks regularly that the destination still exists, and registers again if it does not, until aborted.
   *
   * @param backoff delays between two checks
   * @throws MockRefusal if the mock refuses to register
   */
  async keep(stop: AbortSignal, backoff = new Backoff()): Promise<void> {
    let isReachable = true;
    while (!stop.aborted) {
      try {
        await this.#mock.call('GET', '/_paddock/health');
        if (!(await this.#isRegistered())) await this.#register();
        isReachable = true;
        backoff.succeeded();
      } catch (error) {
        if (!(error instanceof MockUnavailable)) throw error;
        if (isReachable) this.#listener.lost(error.message);
        isReachable = false;
        backoff.failed();
      }
      await backoff.pause(stop);
    }
  }

  /** Deactivates the destination if the mock is reachable. Its deliveries can still be listed. */
  async end(): Promise<void> {
    if (this.#current) await this.#patch(this.#current.id, { active: false }).catch(() => undefined);
  }

  /** Checks the destination through the control plane, which has no rate limit. */
  async #isRegistered(): Promise<boolean> {
    if (!this.#current) return false;
    try {
      await this.#mock.call('GET', `/_paddock/chaos/${this.#current.id}`);
      return true;
    } catch (error) {
      if (error instanceof MockRefusal && error.status === 404) return false;
      throw error;
    }
  }

  async #register(): Promise<void> {
    const { destination } = this.#request;
    const leftOver = await this.#findLeftOver();
    const subscribed_events = this.#request.events ?? (await this.#eventTypes());
    const fields = { destination, subscribed_events };
    const answer = leftOver
      ? await this.#patch(leftOver, { ...fields, active: true })
      : await this.#mock.call('POST', '/notification-settings', {
          description: this.#description,
          type: 'url',
          ...fields,
          ...(await this.#sameSecret()),
        });
    const setting = fieldOf(answer, 'data');
    this.#current = {
      id: String(fieldOf(setting, 'id')),
      secret: String(fieldOf(setting, 'endpoint_secret_key')),
      events: subscribed_events,
    };
    this.#listener.registered(this.#current);
  }

  /**
   * Finds the destination of an earlier `paddock listen` for the same application, to keep its secret and deliveries.
   * Deactivates those of other applications whose listener was killed.
   */
  async #findLeftOver(): Promise<string | undefined> {
    let found: string | undefined;
    for (const setting of await this.#list('/notification-settings?per_page=200')) {
      const [id, description] = [String(fieldOf(setting, 'id')), String(fieldOf(setting, 'description'))];
      if (!description.startsWith(prefix) || !(await this.#isIdle(setting))) continue;
      if (found === undefined && description === this.#description) found = id;
      else if (fieldOf(setting, 'active') === true) await this.#patch(id, { active: false });
    }
    return found;
  }

  async #isIdle(setting: unknown): Promise<boolean> {
    const destination = String(fieldOf(setting, 'destination'));
    if (destination === this.#request.destination || fieldOf(setting, 'active') === false) return true;
    return !(await isListening(destination));
  }

  get #description(): string {
    return `${prefix}${this.#request.forwardTo}`.slice(0, 500);
  }

  #patch(id: string, body: object): Promise<unknown> {
    return this.#mock.call('PATCH', `/notification-settings/${id}`, body);
  }

  async #eventTypes(): Promise<string[]> {
    return (await this.#list('/event-types')).map((type) => String(fieldOf(type, 'name')));
  }

  /** Keeps the secret that the application knows, if the mock allows it. */
  async #sameSecret(): Promise<{ endpoint_secret_key?: string }> {
    if (!this.#current) return {};
    const behaviours = fieldOf(await this.#mock.call('GET', '/_paddock/behaviours'), 'behaviours');
    return fieldOf(behaviours, 'webhook-secret') === 'settable' ? { endpoint_secret_key: this.#current.secret } : {};
  }

  async #list(path: string): Promise<unknown[]> {
    const data = fieldOf(await this.#mock.call('GET', path), 'data');
    return Array.isArray(data) ? data : [];
  }
}

/** Checks if a server accepts connections at a URL's host and port. */
function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  }).finally(() => socket.destroy());
}

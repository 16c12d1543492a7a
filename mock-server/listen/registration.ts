import { MockRefusal, MockUnavailable } from '#openapi/control-plane/mock-failures.ts';
import type { RunningMock } from '../control-client/running-mock.ts';
import { fieldOf } from '../text/json-field.ts';
import { answers } from './answers.ts';
import { Backoff } from './backoff.ts';

/** How the descriptions of these destinations begin. */
const prefix = 'paddock listen to ';

/** What to register. */
export type Wish = {
  /** URL of the receiver. */
  destination: string;
  /** URL of the application, which tells the destinations of several listeners apart. */
  forwardTo: string;
  /** Event types; undefined for all that the mock has. */
  events: readonly string[] | undefined;
};

/** A destination that a mock knows. */
export type Registered = { id: string; secret: string; events: readonly string[] };

/** Is told how the registration goes. */
export type RegistrationListener = {
  /** Registered, for the first time or again. */
  registered: (registered: Registered) => void;
  /** Not to be reached since now. */
  lost: (reason: string) => void;
};

/** Keeps a destination registered on a mock that may be restarted or reset at any time. */
export class Registration {
  readonly #mock: RunningMock;
  readonly #wish: Wish;
  readonly #listener: RegistrationListener;
  #current: Registered | undefined;

  constructor(mock: RunningMock, wish: Wish, listener: RegistrationListener) {
    this.#mock = mock;
    this.#wish = wish;
    this.#listener = listener;
  }

  /**
   * Registers, looks now and then whether that still holds, and registers again where it does not, until told to stop.
   *
   * @param backoff the pauses between two looks
   * @throws MockRefusal where the mock is there and will not register
   */
  async keep(stop: AbortSignal, backoff = new Backoff()): Promise<void> {
    let isReachable = true;
    while (!stop.aborted) {
      try {
        await this.#mock.call('GET', '/_paddock/health');
        if (!(await this.#stands())) await this.#register();
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

  /** Deactivates the destination, if the mock is there. What was delivered stays to be looked at. */
  async end(): Promise<void> {
    if (this.#current) await this.#patch(this.#current.id, { active: false }).catch(() => undefined);
  }

  /** Asks the control plane, which counts against no rate limit. */
  async #stands(): Promise<boolean> {
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
    const { destination } = this.#wish;
    const leftOver = await this.#findLeftOver();
    const subscribed_events = this.#wish.events ?? (await this.#eventTypes());
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
   * Finds the destination of an earlier `paddock listen` for the same application, so that its secret and its deliveries
   * stay: one that ended, one that was killed, or one whose answer never came. Deactivates those of other applications
   * whose listener was killed.
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
    if (destination === this.#wish.destination || fieldOf(setting, 'active') === false) return true;
    return !(await answers(destination));
  }

  get #description(): string {
    return `${prefix}${this.#wish.forwardTo}`.slice(0, 500);
  }

  #patch(id: string, body: object): Promise<unknown> {
    return this.#mock.call('PATCH', `/notification-settings/${id}`, body);
  }

  async #eventTypes(): Promise<string[]> {
    return (await this.#list('/event-types')).map((type) => String(fieldOf(type, 'name')));
  }

  /** Keeps the secret that the application knows, where the mock lets one choose. */
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

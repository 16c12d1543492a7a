import { fieldOf } from '../json-field.ts';
import { MockRefusal, MockUnavailable, type RunningMock } from '../running-mock.ts';
import { Backoff } from './backoff.ts';

/** What to register. */
export type Wish = {
  /** URL of the receiver. */
  destination: string;
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

  /** Takes the destination away, if the mock is there. */
  async remove(): Promise<void> {
    if (!this.#current) return;
    await this.#mock.call('DELETE', `/notification-settings/${this.#current.id}`).catch(() => undefined);
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
    await this.#removeLeftOver();
    const subscribed_events = this.#wish.events ?? (await this.#eventTypes());
    const body = {
      description: 'paddock listen',
      type: 'url',
      destination,
      subscribed_events,
      ...(await this.#sameSecret()),
    };
    const setting = fieldOf(await this.#mock.call('POST', '/notification-settings', body), 'data');
    this.#current = {
      id: String(fieldOf(setting, 'id')),
      secret: String(fieldOf(setting, 'endpoint_secret_key')),
      events: subscribed_events,
    };
    this.#listener.registered(this.#current);
  }

  /** One may be there whose answer never came, since the mock was being stopped. A destination can be there once only. */
  async #removeLeftOver(): Promise<void> {
    const settings = await this.#list('/notification-settings?per_page=200');
    const leftOver = settings.filter((setting) => fieldOf(setting, 'destination') === this.#wish.destination);
    for (const setting of leftOver) await this.#mock.call('DELETE', `/notification-settings/${fieldOf(setting, 'id')}`);
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

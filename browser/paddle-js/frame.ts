import type { PaddleEventData } from '@paddle/paddle-js';
import type { Change, FrameSettings, FromFrame, OpenInput, ToFrame } from '../shared/checkout/messages.ts';

type Callbacks = { onEvent: (event: PaddleEventData) => void; onClosed: () => void };

/** An open checkout: the frame in which the mock's page runs, above the shop's page or inside it. */
export class CheckoutFrame {
  readonly #element: HTMLIFrameElement;
  readonly #origin: string;
  readonly #settings: FrameSettings;
  readonly #callbacks: Callbacks;
  readonly #overflow = document.documentElement.style.overflow;
  #isReady = false;
  #waiting: ToFrame[] = [];

  constructor(origin: string, input: OpenInput, settings: FrameSettings, callbacks: Callbacks) {
    this.#origin = new URL(origin).origin;
    this.#settings = settings;
    this.#callbacks = callbacks;
    this.#element = document.createElement('iframe');
    this.#element.src = `${origin}/_paddock/checkout/frame?display=${this.#isInline ? 'inline' : 'overlay'}&theme=${settings.theme ?? 'light'}`;
    this.#element.name = 'paddle_frame';
    this.#element.title = 'Checkout';
    this.#element.allow = 'payment';
    window.addEventListener('message', this.#receive);
    this.#send({ to: 'paddock-frame', type: 'open', input, settings });
    this.#place();
  }

  change(change: Change): void {
    this.#send({ to: 'paddock-frame', type: 'change', ...change });
  }

  remove(): void {
    window.removeEventListener('message', this.#receive);
    document.removeEventListener('DOMContentLoaded', this.#append);
    this.#element.remove();
    if (!this.#isInline) document.documentElement.style.overflow = this.#overflow;
  }

  get #isInline(): boolean {
    return this.#settings.displayMode === 'inline';
  }

  #place(): void {
    const { frameInitialHeight = 450, frameStyle = '', theme = 'light' } = this.#settings;
    const { style, classList } = this.#element;
    classList.add('paddle-frame', this.#isInline ? 'paddle-frame-inline' : 'paddle-frame-overlay');
    if (this.#isInline) {
      style.cssText = frameStyle || 'width: 100%; background-color: transparent; border: none;';
      style.height = `${frameInitialHeight}px`;
    } else {
      style.cssText =
        'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; z-index: 2147483647; background: transparent;';
      document.documentElement.style.overflow = 'hidden';
    }
    // Another color scheme than the page's would make the frame opaque.
    style.colorScheme = theme;
    this.#append();
  }

  /** Puts the frame into the page, which may still be loading when a script in its head opens a checkout. */
  readonly #append = (): void => {
    const { frameTarget = '' } = this.#settings;
    const place = this.#isInline ? document.getElementsByClassName(frameTarget)[0] : document.body;
    if (place) {
      place.append(this.#element);
      if (!this.#isInline) this.#element.focus();
    } else if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#append);
    else console.error(`[Paddle] There is no element with the class ${frameTarget}, which frameTarget names.`);
  };

  #send(message: ToFrame): void {
    if (this.#isReady) this.#element.contentWindow?.postMessage(message, this.#origin);
    else this.#waiting.push(message);
  }

  readonly #receive = ({ source, origin, data }: MessageEvent<FromFrame>): void => {
    if (source !== this.#element.contentWindow || origin !== this.#origin || data?.from !== 'paddock-frame') return;
    if (data.type === 'ready') this.#start();
    else if (data.type === 'event') this.#callbacks.onEvent(data.event);
    else if (data.type === 'height' && this.#isInline) this.#element.style.height = `${data.height}px`;
    else if (data.type === 'leave') window.location.assign(data.url);
    else if (data.type === 'close') this.#callbacks.onClosed();
  };

  #start(): void {
    this.#isReady = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const message of waiting) this.#send(message);
  }
}

import { signal } from '@preact/signals';
import type { Change, CheckoutInput, FrameSettings, FromFrame, OpenInput } from '../shared/checkout/messages.ts';
import {
  type EventContext,
  type EventName,
  errorEventOf,
  eventOf,
  eventsBetween,
  noMethods,
  warningOf,
} from './events.ts';
import { setLocale } from './locale.ts';
import { type Payment, Refusal, server } from './server.ts';
import type { Shop } from './shop.ts';
import type { Opened, View, Warning } from './view.ts';

export type Step = 'details' | 'payment' | 'challenge' | 'done';

/** An error message, and the field it is about. */
export type Problem = { message: string; field?: string | undefined };

/** Words for the reasons that a payment fails for. */
const reasons: Readonly<Record<string, string>> = {
  declined: 'Your card was declined. Try another card, or ask your bank.',
  authentication_failed: 'Your bank could not confirm that it is you. Try again, or use another card.',
  expired_card: 'Your card has expired. Use another card.',
};

/** @evidence official */
const unknownLocale: Warning = {
  field: '/data/settings/locale',
  message: 'The locale must be a supported locale.',
};

/** A checkout in the browser: what is shown of it, and what its buyer does. */
export class Checkout {
  readonly view = signal<View | undefined>(undefined);
  readonly step = signal<Step>('details');
  readonly isBusy = signal(false);
  readonly problem = signal<Problem | undefined>(undefined);
  /** Set once if there can be no checkout at all. */
  readonly failure = signal<string | undefined>(undefined);
  /** Saves the details that the buyer entered on the same page; returns `false` if they are incomplete or refused. */
  saveDetails: (() => Promise<boolean>) | undefined;
  countries: readonly string[] = [];
  postalCodeCountries: ReadonlySet<string> = new Set();
  readonly #settings = signal<FrameSettings>({});
  #shop: Shop | undefined;
  #id = '';
  #token: string | undefined;
  /** The location of a buyer without an address. */
  #seen: CheckoutInput['address'];
  #earlier: Promise<unknown> = Promise.resolve();
  #method: EventContext['method'] = { type: 'none' as EventContext['method']['type'] };

  connect(shop: Shop): void {
    this.#shop = shop;
  }

  get settings(): FrameSettings {
    return this.#settings.value;
  }

  get isOnePage(): boolean {
    const { variant } = this.settings;
    return variant === 'one-page' || variant === 'express';
  }

  async open(input: OpenInput, settings: FrameSettings): Promise<void> {
    this.#settings.value = settings;
    this.#token = input.customer_auth_token;
    this.#seen = input.address;
    const { locale } = settings;
    const isKnown = locale === undefined || setLocale(locale);
    try {
      const opened = await server.open(input);
      this.#start(opened, isKnown ? opened.warnings : [unknownLocale, ...opened.warnings]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.failure.value = error.message;
      this.#tell(errorEventOf('checkout.error', error));
    }
  }

  #start(opened: Opened, warnings: readonly Warning[]): void {
    this.#id = opened.id;
    this.countries = opened.countries;
    this.postalCodeCountries = new Set(opened.postal_code_countries);
    this.step.value = stepOf(opened);
    this.view.value = opened;
    if (warnings.length > 0) this.#tell(warningOf(warnings));
    this.emit('checkout.loaded');
  }

  /** Shows what the items cost at a place, before the buyer has said who they are. */
  async look(address: NonNullable<CheckoutInput['address']>): Promise<void> {
    this.#seen = address;
    await this.change({ address }, false);
  }

  /** Follows the shop, which changes an open checkout. */
  async follow({ input, settings }: Change): Promise<void> {
    this.#token = input.customer_auth_token ?? this.#token;
    this.#settings.value = { ...this.settings, ...settings };
    await this.change(input);
  }

  /**
   * Changes the checkout. Returns `false`, with the problem set, if that is refused.
   *
   * @param isAwaited false for a change that the buyer need not wait for
   */
  async change(input: CheckoutInput, isAwaited = true): Promise<boolean> {
    const token = this.#token === undefined ? {} : { customer_auth_token: this.#token };
    return this.#try('checkout.error', isAwaited, async () => {
      const before = this.view.value;
      if (!before) return;
      const isUnknown = !before.data.customer.id && input.customer === undefined && input.address === undefined;
      const after = await server.change(before.data.transaction_id, {
        ...input,
        ...(isUnknown && this.#seen && { address: this.#seen }),
        ...(input.customer === undefined && token),
      });
      this.view.value = after;
      for (const name of eventsBetween(before, after)) this.emit(name);
    });
  }

  /** Takes the customer off, so that another one can buy. */
  async forgetBuyer(): Promise<void> {
    this.#token = undefined;
    if (await this.change({ customer: null })) this.step.value = 'details';
  }

  /** Tells the shop once that the buyer chose how to pay. */
  choose(name: string): void {
    const type = name.replaceAll('_', '-') as EventContext['method']['type'];
    if (this.#method.type === type) return;
    this.#method = { type };
    this.emit('checkout.payment.selected');
  }

  /** Tells the shop that none of the payment methods that it allows is available. */
  refuseMethods(): void {
    this.#tell(noMethods);
  }

  async pay(payment: Payment): Promise<void> {
    const token = payment.payment_method_id !== undefined && this.#token !== undefined;
    await this.#try('checkout.payment.error', true, async () => {
      const before = this.view.value;
      if (!before) return;
      this.emit('checkout.payment.initiated');
      const sent = { ...payment, ...(token && { customer_auth_token: this.#token ?? '' }) };
      const after = await server.pay(before.data.transaction_id, sent);
      this.view.value = after;
      const { card } = after.page;
      if (card) this.#method = { type: 'card' as EventContext['method']['type'], card };
      this.#settle(after);
    });
  }

  #settle(after: View): void {
    const { status } = after.data;
    if (status === 'completed' || status === 'paid') {
      this.step.value = 'done';
      this.emit('checkout.completed');
      const { successUrl } = this.settings;
      if (successUrl) this.#shop?.tell({ from: 'paddock-frame', type: 'leave', url: successUrl });
    } else if (after.page.is_challenged) this.step.value = 'challenge';
    else {
      this.step.value = 'payment';
      this.problem.value = { message: reasons[after.page.error_code ?? ''] ?? 'The payment failed.', field: 'card' };
      this.emit('checkout.payment.failed');
    }
  }

  skipUpsell(): void {
    this.emit('checkout.upsell.canceled');
    this.close();
  }

  close(): void {
    this.#shop?.tell({ from: 'paddock-frame', type: 'close' });
  }

  emit(name: EventName): void {
    const view = this.view.value;
    if (!view) return;
    const event = eventOf(name, view, { id: this.#id, settings: this.settings, method: this.#method });
    this.#tell(event);
  }

  #tell(event: Extract<FromFrame, { type: 'event' }>['event']): void {
    this.#shop?.tell({ from: 'paddock-frame', type: 'event', event });
  }

  /** Acts once all earlier actions are over, since each answer is of the checkout as it then was. */
  #try(
    event: 'checkout.error' | 'checkout.payment.error',
    isAwaited: boolean,
    act: () => Promise<void>,
  ): Promise<boolean> {
    const turn = this.#earlier.then(() => this.#act(event, isAwaited, act));
    this.#earlier = turn;
    return turn;
  }

  async #act(
    event: 'checkout.error' | 'checkout.payment.error',
    isAwaited: boolean,
    act: () => Promise<void>,
  ): Promise<boolean> {
    if (isAwaited) this.isBusy.value = true;
    this.problem.value = undefined;
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) {
        this.problem.value = { message: 'The server did not answer. Try again.' };
        return false;
      }
      this.problem.value = { message: error.message, field: error.field };
      this.#tell(errorEventOf(event, error));
      return false;
    } finally {
      if (isAwaited) this.isBusy.value = false;
    }
  }
}

function stepOf({ data, page }: View): Step {
  if (page.is_challenged) return 'challenge';
  if (page.can_pay) return 'payment';
  return data.status === 'draft' ? 'details' : 'done';
}

import type {
  CheckoutOpenOptions,
  CheckoutUpdateOptions,
  Environments,
  Paddle,
  PaddleEventData,
  PaddleSetupOptions,
} from '@paddle/paddle-js';
import { openButtons } from './buttons.ts';
import { CheckoutFrame } from './frame.ts';
import { inputOf, settingsOf } from './input.ts';
import { preview } from './previews.ts';

/**
 * Makes the object that stands in for Paddle.js.
 *
 * @param origin of the mock that serves checkouts and previews
 */
export function makePaddle(origin: string): Paddle {
  let options: Partial<PaddleSetupOptions> = {};
  let environment: Environments = 'production';
  let frame: CheckoutFrame | undefined;
  let newest: PaddleEventData | undefined;

  const emit = (event: PaddleEventData) => {
    if (event.data) newest = event;
    if (options.debug) console.log('[Paddle]', event);
    options.eventCallback?.(event);
  };

  const close = () => {
    if (!frame) return;
    frame.remove();
    frame = undefined;
    emit({ ...(newest?.data && { data: newest.data }), name: named('checkout.closed') });
  };

  const open = (opened: CheckoutOpenOptions) => {
    if (!paddle.Initialized) return console.error('[Paddle] Call Paddle.Initialize() before opening a checkout.');
    frame?.remove();
    const { token } = options;
    const input = {
      ...inputOf(opened),
      ...(opened.transactionId !== undefined && { transaction_id: opened.transactionId }),
      token: token ?? '',
    };
    const settings = { ...options.checkout?.settings, ...opened.settings, ...settingsOf(opened) };
    frame = new CheckoutFrame(origin, input, settings, { onEvent: emit, onClosed: close });
  };

  const change = (input: CheckoutUpdateOptions) => {
    if (frame) frame.change({ input: inputOf(input), settings: settingsOf(input) });
    else console.error('[Paddle] There is no open checkout to update.');
  };

  const initialize = (given: PaddleSetupOptions) => {
    if (paddle.Initialized)
      return console.error('[Paddle] Paddle.Initialize() can be called once. Use Paddle.Update().');
    warnAbout(given, environment);
    options = given;
    paddle.Initialized = true;
    openButtons(open);
    const linked = new URLSearchParams(window.location.search).get('_ptxn');
    if (linked) open({ transactionId: linked });
  };

  const paddle: Paddle = {
    Checkout: {
      open,
      updateCheckout: change,
      updateItems: (items) => change({ items }),
      close,
    },
    Environment: {
      set: (name) => {
        environment = name;
      },
    },
    Retain: {
      demo: () => explain('Retain.demo()'),
      initCancellationFlow: async () => {
        explain('Retain.initCancellationFlow()');
        return { status: 'error', details: 'Retain is not part of Paddock.' };
      },
    },
    PricePreview: (params) => preview(origin, 'pricing-preview', options.token ?? '', params),
    TransactionPreview: (params) => preview(origin, 'transaction-preview', options.token ?? '', params),
    Setup: (given) => initialize(given),
    Spinner: { show: () => explain('Spinner.show()'), hide: () => explain('Spinner.hide()') },
    Status: { libraryVersion: 'paddock' },
    Initialized: false,
    Initialize: initialize,
    Update: (changed) => {
      options = { ...options, ...changed } as Partial<PaddleSetupOptions>;
    },
    Version: 'v1',
  };
  return paddle;
}

/** The names of the package's types are those of an enum, which exists in the package alone. */
function named(name: `${NonNullable<PaddleEventData['name']>}`): NonNullable<PaddleEventData['name']> {
  return name as NonNullable<PaddleEventData['name']>;
}

function explain(what: string): void {
  console.info(`[Paddle] Paddle.${what} does nothing here: Paddock stands in for Paddle.js.`);
}

/** Warns of what Paddle itself would not accept. @evidence official: tokens begin with their environment */
function warnAbout({ token, seller }: PaddleSetupOptions, environment: Environments): void {
  if (token === undefined) {
    const reason = seller === undefined ? 'without a token' : 'with a seller ID, which Paddock does not know';
    console.error(`[Paddle] Paddle.Initialize() was called ${reason}. Pass a client-side token.`);
  } else if (token.startsWith('test_') !== (environment === 'sandbox')) {
    console.warn(
      `[Paddle] The token is not one of the environment ${environment}. Call Paddle.Environment.set() first.`,
    );
  }
}

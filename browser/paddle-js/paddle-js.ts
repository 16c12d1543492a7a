import { makePaddle } from './paddle.ts';

/** The mock that serves this script puts its own URL here. */
const origin = 'PADDOCK_ORIGIN';

if (window.PaddleBillingV1) console.warn('[Paddle] Paddle.js is loaded twice.');
else {
  const paddle = makePaddle(origin);
  window.Paddle = paddle;
  window.PaddleBillingV1 = paddle;
}

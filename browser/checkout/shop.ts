import type { FromFrame, ToFrame } from '../shared/checkout/messages.ts';

/** The page that the checkout is in: a shop's, or none. */
export type Shop = {
  /** True if the checkout is in a frame of Paddle.js. */
  isFramed: boolean;
  tell: (message: FromFrame) => void;
};

/**
 * Listens to the Paddle.js that put this frame into its page. Its first message says which origin it has, and no other
 * origin gets an event.
 */
export function shopAround(receive: (message: ToFrame) => void): Shop {
  if (window.parent === window) return { isFramed: false, tell: () => {} };
  let origin: string | undefined;
  window.addEventListener('message', (event: MessageEvent<ToFrame>) => {
    if (event.source !== window.parent || event.data?.to !== 'paddock-frame') return;
    origin ??= event.origin;
    if (event.origin === origin) receive(event.data);
  });
  const ready: FromFrame = { from: 'paddock-frame', type: 'ready' };
  window.parent.postMessage(ready, '*');
  return {
    isFramed: true,
    tell: (message) => {
      if (origin !== undefined) window.parent.postMessage(message, origin);
    },
  };
}

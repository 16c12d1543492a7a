import { type Request, type RequestHandler, Router } from 'express';
import { controlRoot } from '../wire/control-root.ts';
import { readBuiltScript } from './built-files.ts';

/** Stands in the built script for the mock's origin. */
const placeholder = 'PADDOCK_ORIGIN';

/**
 * Serves the script that stands in for Paddle.js. It names the mock that served it, since a test may load it under the URL
 * of Paddle's own.
 */
export function paddleScript(baseUrlOf: (request: Request) => string): RequestHandler {
  return Router({ strict: true }).get(`${controlRoot}/paddle.js`, async (request, response) => {
    const script = await readBuiltScript('paddle-js');
    const missing = `console.error('[Paddle] Paddock has not built Paddle.js. Run npm run prepare.');`;
    response.set({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      // Pages of any origin load it, as they load Paddle's own.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(script?.replaceAll(placeholder, baseUrlOf(request)) ?? missing);
  });
}

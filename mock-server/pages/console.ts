import { type RequestHandler, Router } from 'express';
import { controlRoot } from '../wire/control-root.ts';
import { sendBuiltPage } from './built-files.ts';

const consolePath = `${controlRoot}/console`;

/** Addresses without an operation that a browser may be sent to. */
const entrances = ['/', controlRoot, `${controlRoot}/`];

/**
 * Serves the console, and leads browsers to it; programs get Paddle's error for an unknown URL. The page holds no data:
 * what it shows comes from the control plane and the API, under their guards.
 */
export function consolePage(): RequestHandler {
  const router = Router({ strict: true });
  router.get(entrances, (request, response, next) => {
    const isBrowser = request.accepts(['application/json', 'text/html']) === 'text/html';
    if (!isBrowser || request.headers.authorization !== undefined) return next();
    response.set('Vary', 'Accept').redirect(consolePath);
  });
  router.get(consolePath, (request, response) =>
    sendBuiltPage(request, response, 'console', { 'img-src': "'self' data:" }),
  );
  return router;
}

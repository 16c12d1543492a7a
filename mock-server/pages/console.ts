import { type RequestHandler, Router } from 'express';
import { controlRoot } from '../wire/control-root.ts';
import { sendBuiltPage } from './built-files.ts';

/** Serves the console. The page holds no data: what it shows comes from the control plane and the API, under their guards. */
export function consolePage(): RequestHandler {
  return Router({ strict: true }).get(`${controlRoot}/console`, (request, response) =>
    sendBuiltPage(request, response, 'console'),
  );
}

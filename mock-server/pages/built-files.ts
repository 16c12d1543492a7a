import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { controlRoot } from '../wire/control-root.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';

/** Root of the files that built pages load: scripts, styles, fonts. They contain no data, so anyone may read them. */
const builtRoot = `${controlRoot}/built`;

/** Places of `browser/built/`, from a bundle in `dist/` and from the sources. */
const places = ['../browser/built/', '../../browser/built/'].map((path) => new URL(path, import.meta.url));

/** Path below the folder whose parts do not begin with a dot. */
const filePattern = /^\w[\w.-]*(\/\w[\w.-]*)*$/;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Content security policy of built pages, by directive. */
const strictPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** Serves what built pages load. The pages themselves are sent by {@link sendBuiltPage}. */
export function builtFiles(): RequestHandler {
  return Router({ strict: true }).get(`${builtRoot}/*path`, async (request, response, next) => {
    const path = request.path.slice(builtRoot.length + 1);
    if (path.endsWith('.html') || !(await sendBuiltFile(request, response, path))) next();
  });
}

/**
 * Sends the page `browser/<name>/index.html`, as it was built.
 *
 * @param policy directives of the content security policy that differ from the strict one
 */
export async function sendBuiltPage(
  request: Request,
  response: Response,
  name: string,
  policy: Partial<Record<keyof typeof strictPolicy, string>> = {},
): Promise<void> {
  const directives = Object.entries({ ...strictPolicy, ...policy }).map((directive) => directive.join(' '));
  response.set({ 'Content-Security-Policy': directives.join('; '), 'Referrer-Policy': 'no-referrer' });
  if (await sendBuiltFile(request, response, `${name}/index.html`)) return;
  const content = html`<h1>This page is not built</h1>
<p>Run <code>npm run prepare</code> in the checkout of Paddock, then reload this page.</p>`;
  sendPage(response, 503, 'Not built', content, 'Paddock');
}

/** Reads a script that other pages load by a fixed name, as text; `undefined` if it is not built. */
export async function readBuiltScript(name: string): Promise<string | undefined> {
  const place = places.find((each) => existsSync(each));
  return place && readFile(new URL(`scripts/${name}.js`, place), 'utf8').catch(() => undefined);
}

/** Sends a file of `browser/built/`, gzipped where the client accepts it. Returns `false` if there is none. */
async function sendBuiltFile(request: Request, response: Response, path: string): Promise<boolean> {
  const type = types[path.slice(path.lastIndexOf('.') + 1)];
  const place = places.find((each) => existsSync(each));
  if (!place || type === undefined || !filePattern.test(path)) return false;
  const isGzipped = request.acceptsEncodings('gzip') === 'gzip' && existsSync(new URL(`${path}.gz`, place));
  const bytes = await readFile(new URL(isGzipped ? `${path}.gz` : path, place)).catch(() => undefined);
  if (!bytes) return false;
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  // Vite puts a hash into names, except those of pages and of scripts that other pages load.
  const isHashed = !path.includes('/');
  response.set({
    'Content-Type': type,
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    ...(isGzipped && { 'Content-Encoding': 'gzip' }),
  });
  if (request.headers['if-none-match'] === etag) response.status(304).end();
  else response.end(bytes);
  return true;
}

import type { Response } from 'express';
import { type Html, html } from './html.ts';

const style = `
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
  body { max-width: 42rem; margin: 0 auto; padding: 1.5rem; }
  header { border-bottom: 1px solid #8884; margin-bottom: 1.5rem; padding-bottom: .5rem; font-size: .9rem; opacity: .8; }
  h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
  article { border: 1px solid #8884; border-radius: .5rem; padding: .75rem 1rem; margin: .75rem 0; }
  article[aria-current] { border-color: #2f6fed; box-shadow: 0 0 0 1px #2f6fed; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
  dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; }
  mark { background: #2f6fed22; color: inherit; border-radius: 1rem; padding: .1rem .6rem; font-size: .85rem; }
`;

/** Sends a page. Pages show private data, so they must not be cached, framed or leaked in a referrer. */
export function sendPage(
  response: Response,
  status: number,
  title: string,
  content: Html,
  header = "Paddock · this page stands in for Paddle's customer portal",
): void {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<header>${header}</header>
<main>
${content}
</main>
</body>
</html>
`;
  response.status(status);
  response.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(page.html);
}

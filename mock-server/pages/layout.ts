import type { Response } from 'express';
import { type Html, html } from './html.ts';
import { style, styleSource } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src ${styleSource}`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

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
<a class="skip" href="#content">Skip to content</a>
<header class="bar"><div>${header}</div></header>
<main id="content" tabindex="-1">
${content}
</main>
</body>
</html>
`;
  response.status(status);
  response.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    // A form of a page without any referrer would have no origin to check.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(page.html);
}

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/**
 * Finds what axe-core objects to in a page or a frame, and content that is wider than the window. The page's context needs
 * `bypassCSP`, since axe-core is added to the page.
 */
export async function objectionsTo(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  await page.evaluate(await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'));
  // A text, since the function would need the browser's types.
  const found: string[] =
    await page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 300) + ' ' + failureSummary)))`);
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return isWide ? [...found, 'The page is wider than the window.'] : found;
}

/** Refreshes a screenshot of a manual if `PADDOCK_SCREENSHOTS` is set. */
export async function refreshScreenshot(page: Page, file: URL): Promise<void> {
  if (!process.env['PADDOCK_SCREENSHOTS']) return;
  await writeFile(file, await page.screenshot());
}

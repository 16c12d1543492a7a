import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import './reference.css';

/** Draws an OpenAPI document. This file is loaded on demand, since the renderer is ten times the console. */
export function drawReference(place: HTMLElement, document: object): void {
  SwaggerUI({
    domNode: place,
    spec: document,
    // Requests are made by the application, or by the views of the console.
    supportedSubmitMethods: [],
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    deepLinking: false,
    syntaxHighlight: false,
    layout: 'ConsoleLayout',
    plugins: [
      // The page has a main part of its own, and no choice of servers.
      ({ React: { createElement } }) => ({
        components: {
          ConsoleLayout: ({ getComponent }) =>
            createElement(
              'div',
              { className: 'swagger-ui' },
              ...['InfoContainer', 'operations', 'Webhooks', 'Models'].map((name) =>
                createElement(getComponent(name, true), null),
              ),
            ),
        },
      }),
    ],
  });
  const mended = () => mend(place);
  new MutationObserver(mended).observe(place, { childList: true, subtree: true });
  mended();
}

/** Completes what Swagger UI draws for screen readers and the keyboard. */
function mend(place: HTMLElement): void {
  const levels = {
    ':is(.info .title, .opblock-tag, .models > h4, .webhooks h2)': '2',
    '.opblock h4': '3',
    '.opblock h5': '4',
  };
  for (const [selector, level] of Object.entries(levels))
    for (const heading of place.querySelectorAll(selector)) set(heading, 'aria-level', level);
  for (const table of place.querySelectorAll('.responses-table'))
    set(table, 'aria-label', `Responses of ${operationOf(table)}`);
  for (const field of place.querySelectorAll('.parameters select, .parameters input, .parameters textarea')) {
    const name = field.closest('tr')?.getAttribute('data-param-name') ?? 'parameter';
    set(field, 'aria-label', `Values of ${name}`);
  }
  for (const select of place.querySelectorAll('select:not([aria-label], [id])')) set(select, 'aria-label', 'Choice');
  for (const box of place.querySelectorAll('pre, .markdown, .model-box, .table-container')) set(box, 'tabindex', '0');
}

/** Writes an attribute only where it differs, as the observer sees each write. */
function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function operationOf(element: Element): string {
  const summary = element.closest('.opblock')?.querySelector('.opblock-summary-control');
  return summary?.textContent?.trim() ?? 'the operation';
}

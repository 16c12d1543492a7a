/** Markup, which is not escaped again. */
export type Html = { readonly html: string };

/** Builds markup from a template, and escapes all values except markup. */
export function html(strings: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(toMarkup)) };
}

function toMarkup(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
}

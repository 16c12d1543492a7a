const absoluteForm = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)$/is;

/** The target of a request, in any form. Reading never fails, and the URL can always be split into path and query. */
export type Target = {
  /** Path and query, beginning with a slash. */
  url: string;
  /** Host and port of a target in absolute form, which override the Host header. */
  authority: string | undefined;
};

/** Reads the request target of the request line. @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
export function readTarget(text: string): Target {
  if (text.startsWith('/')) return { url: clean(text), authority: undefined };
  const [, authority, rest = text] = absoluteForm.exec(text) ?? [];
  return { url: clean(rest.startsWith('/') ? rest : `/${rest}`), authority };
}

/** Removes the fragment, which no target has, and encodes characters that URL parsers reject. */
function clean(url: string): string {
  if (!/[#\s]/.test(url)) return url;
  return url.replace(/#.*$/s, '').replaceAll(/\s/g, encodeURIComponent);
}

/** Returns the path of a URL that begins with one. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

const noQuery = new URLSearchParams();

/** Returns the query of a URL that begins with a path. Read-only. */
export function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return start === -1 ? noQuery : new URLSearchParams(url.slice(start + 1));
}

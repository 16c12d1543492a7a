const absoluteForm = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)$/is;

/** The target of a request, in whatever form it was sent. Never throws, and the URL can be taken for path and query. */
export type Target = {
  /** Path and query, with a slash at the beginning. */
  url: string;
  /** Host and port of a target in absolute form, which stands in for the Host header. */
  authority: string | undefined;
};

/** Reads what stands between the method and the version of HTTP. @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
export function readTarget(text: string): Target {
  if (text.startsWith('/')) return { url: clean(text), authority: undefined };
  const [, authority, rest = text] = absoluteForm.exec(text) ?? [];
  return { url: clean(rest.startsWith('/') ? rest : `/${rest}`), authority };
}

/** Cuts a fragment off, which no target has, and encodes what a parser of URLs would stumble over. */
function clean(url: string): string {
  if (!/[#\s]/.test(url)) return url;
  return url.replace(/#.*$/s, '').replaceAll(/\s/g, encodeURIComponent);
}

/** The path of a URL that begins with one. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

const noQuery = new URLSearchParams();

/** The query of a URL that begins with a path. Not to be written to. */
export function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return start === -1 ? noQuery : new URLSearchParams(url.slice(start + 1));
}

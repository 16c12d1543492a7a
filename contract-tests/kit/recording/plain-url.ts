/** A URL with its query as one reads it, so that what stands in it can be found; any other text as it is. */
export function plainUrl(text: string): string {
  const url = /^https?:\/\//.test(text) ? URL.parse(text) : null;
  if (!url || url.search === '') return text;
  const query = [...url.searchParams].map(([name, value]) => `${name}=${value}`).join('&');
  return `${url.origin}${url.pathname}?${query}`;
}

/**
 * The claims that a title begins with: `one: …`, or `one and another: …`. None for a title that is not of that form.
 */
export function claimsNamedBy(title: string): string[] {
  const [, names] = /^([a-z0-9-]+(?: and [a-z0-9-]+)*): /.exec(title) ?? [];
  return names?.split(' and ') ?? [];
}

/** The claims that a law is about. A law that names none is a claim of its own, so that it cannot break unseen. */
export function claimsInTitle(title: string): string[] {
  const claims = claimsNamedBy(title);
  return claims.length === 0 ? [title] : claims;
}

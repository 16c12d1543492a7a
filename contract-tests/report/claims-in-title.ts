/**
 * The claims that a law is about: what stands before the colon of its title, such as `ips` or `lists and events`. A law
 * without one is a claim of its own, so that it cannot break unseen.
 */
export function claimsInTitle(title: string): string[] {
  const [, claims] = /^([a-z\d-]+(?: and [a-z\d-]+)*): /.exec(title) ?? [];
  return claims === undefined ? [title] : claims.split(' and ');
}

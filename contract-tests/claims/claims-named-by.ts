/** Lists the claims in the prefix of a title: `one: …` or `one and another: …`. */
export function claimsNamedBy(title: string): string[] {
  const [, names] = /^([a-z0-9-]+(?: and [a-z0-9-]+)*): /.exec(title) ?? [];
  return names?.split(' and ') ?? [];
}

/** Lists the claims of a law. A law without any is its own claim, so that its failure is reported. */
export function claimsInTitle(title: string): string[] {
  const claims = claimsNamedBy(title);
  return claims.length === 0 ? [title] : claims;
}

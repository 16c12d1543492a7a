import { claimsNamedBy } from '../claims/claims-named-by.ts';

/** The claims that a law is about. A law that names none is a claim of its own, so that it cannot break unseen. */
export function claimsInTitle(title: string): string[] {
  const claims = claimsNamedBy(title);
  return claims.length === 0 ? [title] : claims;
}

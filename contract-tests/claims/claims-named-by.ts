/**
 * The claims that a title begins with: `one: …`, or `one and another: …`. None for a title that is not of that form.
 */
export function claimsNamedBy(title: string): string[] {
  const [, names] = /^([a-z0-9-]+(?: and [a-z0-9-]+)*): /.exec(title) ?? [];
  return names?.split(' and ') ?? [];
}

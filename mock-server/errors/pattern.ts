const expressions = new Map<string, RegExp>();

/** Tests text against a pattern of the document. Each pattern is compiled once. */
export function matches(pattern: string, text: string): boolean {
  let expression = expressions.get(pattern);
  if (!expression) {
    expression = new RegExp(pattern, 'u');
    expressions.set(pattern, expression);
  }
  return expression.test(text);
}

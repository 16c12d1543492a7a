import ts from 'typescript';

/**
 * The titles of the laws in a test file, as far as they are literal: all of a string, and a template up to its first
 * placeholder.
 */
export function lawTitles(source: string): string[] {
  return titleNodes(source).map(literalStart);
}

function titleNodes(source: string): (ts.Node | undefined)[] {
  const titles: (ts.Node | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && registersLaw(node)) titles.push(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('law.test.ts', source, ts.ScriptTarget.Latest));
  return titles;
}

/** Whether a call is `test(…)`, or one like `test.runIf(…)(…)`. */
function registersLaw({ expression }: ts.CallExpression): boolean {
  if (ts.isCallExpression(expression)) {
    const { expression: modifier } = expression;
    return ts.isPropertyAccessExpression(modifier) && isTest(modifier.expression);
  }
  return isTest(expression);
}

function isTest(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'test';
}

function literalStart(title: ts.Node | undefined): string {
  if (title && ts.isStringLiteralLike(title)) return title.text;
  return title && ts.isTemplateExpression(title) ? title.head.text : '';
}

import type { Claim, Ledger } from './claim.ts';

const introduction = `<!-- Made by \`npm run generate\` from claims.yaml. Do not edit. -->

# Claims

What the integration guide and Paddle's published material claim of the API, where they differ, and what a target is
held to on each profile. The laws of a claim are the tests whose titles begin with its ID.
`;

/** Renders the ledger as Markdown: a summary of the agreement, then a table for each area. */
export function renderClaims({ claims }: Ledger): string {
  const areas = Object.entries(Object.groupBy(claims, ({ area }) => area));
  const tables = areas.map(([area, inArea = []]) => `## ${area}\n\n${renderTable(inArea)}`);
  return `${[introduction, summary(claims), ...tables].join('\n')}`;
}

function summary(claims: readonly Claim[]): string {
  const byAgreement = Object.entries(Object.groupBy(claims, ({ agreement }) => agreement));
  const counts = byAgreement.map(([agreement, of = []]) => `${of.length} ${agreement}`).join(', ');
  const untestable = claims.filter(({ kind }) => kind === 'not-testable').length;
  return `${claims.length} claims: ${counts}. ${untestable} of them cannot be tested.\n`;
}

function renderTable(claims: readonly Claim[]): string {
  const head = '| claim | kind | the guide | Paddle | agreement | expected | reason |\n|---|---|---|---|---|---|---|\n';
  return `${head}${claims.map(renderRow).join('')}`;
}

function renderRow(claim: Claim): string {
  const { id, kind, guide, statement, official, agreement, reason } = claim;
  const said = guide === null ? `silent (${statement})` : `${statement} (${guide})`;
  const published = official === null ? 'nothing' : `[${official.statement}](${official.url})`;
  const cells = [`\`${id}\``, kind, said, published, agreement, expectation(claim), reason ?? ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

function expectation({ behaviour, expected }: Claim): string {
  if (behaviour === null) return expected.guide;
  return `\`${behaviour}\`: guide ${expected.guide}; official ${expected.official}`;
}

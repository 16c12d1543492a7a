import { glob, readFile } from 'node:fs/promises';
import { isObject, type Json, type JsonObject } from '../document/json.ts';
import { listOperations } from '../document/operations.ts';

/** The source of a statement. A statement that names an assumption besides a source is partly assumed. */
type Evidence = 'published' | 'observed' | 'partly assumed' | 'assumed';
type Count = Readonly<Record<Evidence, number>>;

const columns: readonly Evidence[] = ['published', 'observed', 'partly assumed', 'assumed'];

/** Renders how many operations, fields and rules have which evidence. Numbers are rounded down to tens. */
export async function evidenceTable(documents: readonly JsonObject[], code: string): Promise<string> {
  const rows = Object.entries({
    operations: count(documents.flatMap(operationsOf)),
    'fields and parameters': count(documents.flatMap((document) => fieldsOf(document))),
    'rules in the code': count(await rulesIn(code)),
  });
  const all = columns.map((column) => rows.reduce((sum, [, counted]) => sum + counted[column], 0));
  const lines = [
    ...rows.map(([name, counted]) =>
      lineOf(
        name,
        columns.map((column) => counted[column]),
      ),
    ),
    lineOf('all', all),
  ];
  return [
    `| | guide or official | ${columns.slice(1).join(' | ')} | share of assumptions |`,
    '|---|---:|---:|---:|---:|---:|',
    ...lines,
  ].join('\n');
}

function lineOf(name: string, counts: readonly number[]): string {
  const sum = counts.reduce((all, each) => all + each, 0);
  const share = Math.round((100 * (counts.at(-1) ?? 0)) / sum);
  return `| ${name} | ${counts.map(rounded).join(' | ')} | ${share} % |`;
}

function rounded(number: number): string {
  return number < 20 ? String(number) : String(Math.floor(number / 10) * 10);
}

function count(statements: readonly (readonly [id: string, evidence: string])[]): Count {
  const known = new Map(statements);
  const counted = { published: 0, observed: 0, 'partly assumed': 0, assumed: 0 };
  for (const evidence of known.values()) counted[classOf(evidence)] += 1;
  return counted;
}

/** Returns the class of a text such as `official; assumed, that …`. No text stands for a published source. */
export function classOf(evidence: string): Evidence {
  const isAssumed = /\bassumed\b/.test(evidence);
  const isPublished = /\b(guide|official)\b/.test(evidence);
  const isObserved = /\bobserved\b/.test(evidence);
  if (isAssumed) return isPublished || isObserved ? 'partly assumed' : 'assumed';
  return isObserved ? 'observed' : 'published';
}

function operationsOf(document: JsonObject): [id: string, evidence: string][] {
  return listOperations(document).map(({ operation }) => [
    String(operation.operationId),
    String(operation['x-evidence'] ?? ''),
  ]);
}

/** Lists the parameters of operations and the properties of schemas. */
function fieldsOf(node: Json, place = '#'): [id: string, evidence: string][] {
  if (Array.isArray(node)) return node.flatMap((item, index) => fieldsOf(item, `${place}/${index}`));
  if (!isObject(node)) return [];
  const own = isField(node, place) ? [[place, String(node['x-evidence'] ?? '')] as [string, string]] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([name, value]) => (name === 'example' ? [] : fieldsOf(value, `${place}/${name}`))),
  ];
}

function isField(node: JsonObject, place: string): boolean {
  return /\/properties\/[^/]+$/.test(place) || (typeof node['in'] === 'string' && typeof node['name'] === 'string');
}

/** Lists the comments of the code that name the evidence of a rule. */
async function rulesIn(folder: string): Promise<[id: string, evidence: string][]> {
  const found: [string, string][] = [];
  for await (const file of glob('**/*.ts', { cwd: folder, exclude: (name) => /node_modules|\.test\.ts$/.test(name) })) {
    const text = await readFile(`${folder}${file}`, 'utf8');
    for (const { index, 1: evidence = '' } of text.matchAll(
      /@evidence\s+((?:.|\n(?=\s*(?:\*|\/\/)(?!\/)\s*[^@\s/]))*)/g,
    ))
      found.push([`${file}:${index}`, evidence]);
  }
  return found;
}

import { readFileSync } from 'node:fs';
import { applyChanges, type DocumentChange, type JsonObject } from './document-changes.ts';

/** Reads a generated document, or makes the official one. */
export function readDocument(name: 'guide' | 'official' | 'control'): JsonObject {
  if (name !== 'official') return JSON.parse(readGenerated(`${name}.json`));
  const changes: DocumentChange[] = JSON.parse(readGenerated('changes.json'));
  return applyChanges(readDocument('guide'), changes);
}

function readGenerated(file: string): string {
  return readFileSync(new URL(`generated/${file}`, import.meta.url), 'utf8');
}

import type { ErrorObject } from 'ajv';
import type { Operation } from '#openapi/document/operations.ts';
import { documentChanges } from '#openapi/document/read.ts';
import { specOf } from './api-spec.ts';
import {
  type BehaviourName,
  type BehaviourSwitch,
  type Behaviours,
  behaviourTable,
  hintAtSwitch,
} from './behaviours.ts';
import type { Spec } from './spec.ts';

/**
 * Names the behaviours that refuse something which another of their values accepts, and how to set it; undefined if
 * every value refuses it. The overlay names the behaviour of each change in the document.
 *
 * @param check validates the request against a document
 */
export function hintAtBehaviours(
  behaviours: Behaviours,
  problems: readonly ErrorObject[],
  check: (spec: Spec) => readonly ErrorObject[],
): string | undefined {
  const concerned = documentChanges.filter(({ path }) =>
    problems.slice(0, 100).some((problem) => concerns(path, problem)),
  );
  const hints = switchesOf(behaviours, concerned).flatMap((other) => {
    const left = new Set(check(specOf({ ...behaviours, [other.name]: other.value })).map(placeOf));
    const solved = problems.find((problem) => !left.has(placeOf(problem)));
    return solved ? [hintAtSwitch(behaviours, other)] : [];
  });
  return hints.length > 0 ? hints.join(' ') : undefined;
}

/** Names the behaviour that excludes an operation, and how to include it; undefined if no value includes it. */
export function hintAtLeftOut(
  behaviours: Behaviours,
  operation: Pick<Operation, 'operationId' | 'path'>,
): string | undefined {
  const concerned = documentChanges.filter(({ path: [top, path] }) => top === 'paths' && path === operation.path);
  const other = switchesOf(behaviours, concerned).find((each) =>
    specOf({ ...behaviours, [each.name]: each.value }).operations.has(operation.operationId),
  );
  return other && hintAtSwitch(behaviours, other);
}

/** Returns true if a change of the document concerns the schema behind an error. */
function concerns(path: readonly string[], { schemaPath, keyword, params }: ErrorObject): boolean {
  if (path[0] !== 'components' || path[1] !== 'schemas') return false;
  if (keyword === 'additionalProperties') return path.at(-1) === params['additionalProperty'];
  return schemaPath.includes(`/components/schemas/${path[2]}/`);
}

/** Returns the values of the changes' behaviours that are not in effect. */
function switchesOf(behaviours: Behaviours, concerned: typeof documentChanges): BehaviourSwitch[] {
  const names = new Set(concerned.map(({ behaviour }) => behaviour as BehaviourName));
  return [...names].flatMap((name) => {
    const others = Object.keys(behaviourTable[name].values).filter((value) => value !== behaviours[name]);
    return others.map((value) => ({ name, value }));
  });
}

function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  return `${instancePath} ${keyword} ${params['additionalProperty'] ?? ''}`;
}

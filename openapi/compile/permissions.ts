import notEmulated from '../not-emulated.json' with { type: 'json' };

/** Lists the permissions that operations and parameter values need, including operations that are not emulated. */
export function permissionsOf(...parts: readonly unknown[]): string[] {
  const missing: Readonly<Record<string, string[]>> = notEmulated;
  const found = new Set(Object.values(missing).flatMap(([, access]) => (access?.includes('.') ? [access] : [])));
  for (const part of parts) collect(part, found);
  return [...found].sort();
}

function collect(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'x-permission' && typeof value === 'string') found.add(value);
    else if (key === 'x-enum-permissions') for (const permission of Object.values(value)) found.add(String(permission));
    else collect(value, found);
  }
}

/** Fields whose content belongs to the shop, so that its names stay. */
const opaque = new Set(['customData', 'custom_data']);

/** Renames the fields of a value, at any depth. */
export function toSnakeCase(value: unknown): unknown {
  return renamed(value, (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** Renames the fields of a value, at any depth. */
export function toCamelCase(value: unknown): unknown {
  return renamed(value, (name) => name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((entry) => renamed(entry, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [rename(name), opaque.has(name) ? part : renamed(part, rename)]),
  );
}

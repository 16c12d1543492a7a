import { computed, signal } from '@preact/signals';

/** Views by the first part of the address behind the hash. */
export const views = ['now', 'state', 'requests', 'webhooks', 'steer', 'docs'] as const;
export type View = (typeof views)[number];

const hash = signal(location.hash);
addEventListener('hashchange', () => {
  // The link that skips the navigation stays in its view.
  if (location.hash === '#main') return;
  hash.value = location.hash;
});

/** Path and query behind the hash. */
const address = computed(() => {
  const [path = '', query = ''] = hash.value.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { path, query };
});

const path = computed(() => address.value.path);

/** The view, and what it shows, such as the ID of an entity. */
export const route = computed((): { view: View; parts: readonly string[] } => {
  const [name = '', ...parts] = path.value.split('/').filter(Boolean).map(decoded);
  return { view: views.find((view) => view === name) ?? 'now', parts };
});

/** Filters of the view, which belong to its address: back, forward and links keep them. */
export const query = computed(() => new URLSearchParams(address.value.query));

/** Keys and secrets of Paddle, which are kept out of addresses. */
const secret = /pdl_/i;

/** Changes filters in place; empty ones go, and what looks like a secret is not taken. */
export function setQuery(changes: Readonly<Record<string, string | readonly string[]>>): void {
  const changed = new URLSearchParams(query.value);
  for (const [name, value] of Object.entries(changes)) {
    changed.delete(name);
    for (const each of [value].flat()) if (each !== '' && !secret.test(each)) changed.append(name, each);
  }
  const text = changed.toString();
  history.replaceState(null, '', `#/${path.value.replace(/^\//, '')}${text && `?${text}`}`);
  hash.value = location.hash;
}

export function linkTo(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** Leads to a part of this view and keeps its filters. */
export function linkWithin(...parts: readonly string[]): string {
  const text = query.value.toString();
  return linkTo(...parts) + (text && `?${text}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

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

/** The view, and what it shows, such as the ID of an entity. */
export const route = computed((): { view: View; parts: readonly string[] } => {
  const [name = '', ...parts] = hash.value.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  return { view: views.find((view) => view === name) ?? 'now', parts };
});

export function linkTo(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

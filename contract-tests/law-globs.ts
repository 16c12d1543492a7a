/** Globs of the files of laws, below this folder. All other tests are about the suite itself, and about no target. */
export const lawGlobs: readonly string[] = [
  '{lifecycles,resources,sdk,webhooks}/**/*.test.ts',
  'generated-cases/*.test.ts',
];

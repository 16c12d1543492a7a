/** Globs of the files of laws, below this folder. All other tests are about the suite itself, and about no target. */
export const lawGlobs: readonly string[] = [
  '{lifecycles,resources,sdk,webhooks}/**/*.test.ts',
  'generated-cases/*.test.ts',
];

/** Globs of the tests that load the laws as `paddock verify` does, which a process can do once. */
export const lawLoaderGlobs: readonly string[] = ['targets/{marked-destinations,sandbox-suite}.test.ts'];

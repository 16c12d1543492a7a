/** A part of the mock that mutants are made of, with the tests that are about it. */
export type Part = {
  /** Globs of the files that are mutated. Tests and what only tests use never are. */
  readonly mutate: readonly string[];
  /** Globs of the laws, each of which is tried on both profiles. */
  readonly laws: readonly string[];
  /** Globs of the unit tests. Those that start processes are left out, since no mutant is active in another process. */
  readonly units: readonly string[];
};

const everyLaw = ['contract-tests/{lifecycles,resources,sdk,webhooks}/**/*.test.ts'];

/** The parts, in the order in which all of them are run. */
export const parts: Readonly<Record<string, Part>> = {
  resources: {
    mutate: ['mock-server/resources/**/*.ts'],
    laws: everyLaw,
    units: ['mock-server/{resources/*,triggers}/**'],
  },
  http: {
    mutate: ['mock-server/http/**/*.ts'],
    laws: [...everyLaw, 'contract-tests/generated-cases/*.test.ts'],
    units: ['mock-server/{http,faults,journal,control,monitoring,in-process}/**', 'mock-server/*.test.ts'],
  },
  state: {
    mutate: ['mock-server/state/**/*.ts'],
    laws: everyLaw,
    units: ['mock-server/{state,resources,control,control-client,notifications,imports}/**', 'mock-server/*.test.ts'],
  },
  notifications: {
    mutate: ['mock-server/notifications/**/*.ts'],
    laws: ['contract-tests/webhooks/**/*.test.ts', 'contract-tests/resources/{notification,event,webhook}*.test.ts'],
    units: [
      'mock-server/{notifications,control,control-client,state,triggers}/**',
      'mock-server/{draining,limits,snapshots}.test.ts',
    ],
  },
  faults: {
    mutate: ['mock-server/faults/**/*.ts'],
    laws: [],
    units: ['mock-server/{faults,control}/**'],
  },
  journal: {
    mutate: ['mock-server/journal/**/*.ts'],
    laws: [],
    units: ['mock-server/{journal,control,control-client}/**', 'mock-server/limits.test.ts'],
  },
  control: {
    mutate: ['mock-server/control/**/*.ts'],
    laws: everyLaw,
    units: ['mock-server/{control,control-client,faults,journal,triggers}/**', 'mock-server/snapshots.test.ts'],
  },
  triggers: {
    mutate: ['mock-server/triggers/**/*.ts'],
    laws: ['contract-tests/webhooks/emission.test.ts', 'contract-tests/resources/{subscriptions,transactions}.test.ts'],
    units: ['mock-server/{triggers,control}/**'],
  },
  billing: {
    mutate: ['mock-server/billing/**/*.ts'],
    laws: ['contract-tests/resources/{subscriptions,transactions}.test.ts', 'contract-tests/webhooks/emission.test.ts'],
    units: ['mock-server/{billing,triggers}/**'],
  },
  'control-client': {
    mutate: ['mock-server/control-client/**/*.ts'],
    laws: [],
    units: ['mock-server/{control-client,control,faults,journal,in-process}/**', 'mock-server/snapshots.test.ts'],
  },
  imports: { mutate: ['mock-server/imports/**/*.ts'], laws: [], units: ['mock-server/imports/**'] },
  'in-process': {
    mutate: ['mock-server/in-process/**/*.ts'],
    laws: [],
    units: ['mock-server/{in-process,msw}/**', 'client/in-process.test.ts'],
  },
  monitoring: { mutate: ['mock-server/monitoring/**/*.ts'], laws: [], units: ['mock-server/{monitoring,control}/**'] },
  doctor: { mutate: ['mock-server/doctor/**/*.ts'], laws: [], units: ['mock-server/doctor/**'] },
  listen: { mutate: ['mock-server/listen/**/*.ts'], laws: [], units: ['mock-server/listen/**'] },
  'mock-server': {
    mutate: ['mock-server/*.ts'],
    laws: everyLaw,
    units: [
      'mock-server/{control,control-client,faults,http,journal,monitoring,notifications,state,triggers}/**',
      'mock-server/*.test.ts',
    ],
  },
};

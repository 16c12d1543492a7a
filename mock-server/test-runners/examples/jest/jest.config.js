/** @type {import('jest').Config} */
export default {
  globalSetup: 'paddock/jest/global-setup',
  globalTeardown: 'paddock/jest/global-teardown',
  testEnvironment: 'paddock/jest/environment',
  testMatch: ['**/*.spec.js'],
  maxWorkers: 2,
  transform: {},
};

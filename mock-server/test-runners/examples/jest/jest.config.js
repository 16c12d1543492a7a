/** @type {import('jest').Config} */
export default {
  globalSetup: 'paddle-paddock/jest/global-setup',
  globalTeardown: 'paddle-paddock/jest/global-teardown',
  testEnvironment: 'paddle-paddock/jest/environment',
  testMatch: ['**/*.spec.js'],
  maxWorkers: 2,
  transform: {},
};

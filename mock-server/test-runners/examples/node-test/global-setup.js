export { globalSetup, globalTeardown } from 'paddock/node-test/global-setup';

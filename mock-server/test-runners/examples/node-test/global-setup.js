export { globalSetup, globalTeardown } from 'paddle-paddock/node-test/global-setup';

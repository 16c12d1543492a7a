export { default as globalSetup, globalTeardown } from './global-setup.ts';

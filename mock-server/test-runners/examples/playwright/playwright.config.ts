import { defineConfig } from '@playwright/test';

export default defineConfig({
  globalSetup: 'paddock/playwright/global-setup',
  testMatch: '*.spec.ts',
  workers: 2,
  reporter: 'list',
});

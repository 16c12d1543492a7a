import { defineConfig } from '@playwright/test';

const executablePath = process.env.PADDOCK_CHROMIUM;

export default defineConfig({
  globalSetup: 'paddle-paddock/playwright/global-setup',
  testMatch: '*.spec.ts',
  workers: 2,
  reporter: 'list',
  // An installed Chromium, instead of the one from `playwright install`.
  use: executablePath ? { launchOptions: { executablePath, args: ['--no-sandbox'] } } : {},
});

import { defineConfig } from '@playwright/test';

const executablePath = process.env.PADDOCK_CHROMIUM;

export default defineConfig({
  globalSetup: 'paddle-paddock/playwright/global-setup',
  testMatch: '*.spec.ts',
  workers: 2,
  reporter: 'list',
  // A Chromium that is there already, in the place of the one that `playwright install` brings.
  use: executablePath ? { launchOptions: { executablePath, args: ['--no-sandbox'] } } : {},
});

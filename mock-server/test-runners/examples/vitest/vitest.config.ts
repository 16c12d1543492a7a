import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { globalSetup: 'paddle-paddock/vitest/global-setup', maxWorkers: 2 } });

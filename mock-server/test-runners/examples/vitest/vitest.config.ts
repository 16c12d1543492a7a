import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { globalSetup: 'paddock/vitest/global-setup', maxWorkers: 2 } });

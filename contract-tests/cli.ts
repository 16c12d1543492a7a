#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Later imports are compiled once, and loaded from the cache from then on.
enableCompileCache();
const { createProgram } = await import('#mock-server/cli/program.ts');
const { runProgram } = await import('#mock-server/cli/run-program.ts');
const { addCommands } = await import('./cli/add-commands.ts');

await runProgram(addCommands(createProgram()));

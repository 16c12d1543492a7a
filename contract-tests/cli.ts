#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// What follows is compiled once, and loaded from then on.
enableCompileCache();
const { createProgram } = await import('#mock-server/cli/program.ts');
const { runProgram } = await import('#mock-server/cli/run-program.ts');
const { addCommands } = await import('./cli/add-commands.ts');

await runProgram(addCommands(createProgram()));

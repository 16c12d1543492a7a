#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Caches the compiled modules that follow.
enableCompileCache();
const { createProgram } = await import('./cli/program.ts');
const { runProgram } = await import('./cli/run-program.ts');

await runProgram(createProgram());

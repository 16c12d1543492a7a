#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// What follows is compiled once, and loaded from then on.
enableCompileCache();
const { createProgram } = await import('./cli/program.ts');
const { runProgram } = await import('./cli/run-program.ts');

await runProgram(createProgram());

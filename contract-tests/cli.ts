#!/usr/bin/env node
import { createProgram } from '#mock-server/cli/program.ts';
import { runProgram } from '#mock-server/cli/run-program.ts';
import { addCommands } from './cli/add-commands.ts';

await runProgram(addCommands(createProgram()));

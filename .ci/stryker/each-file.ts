/**
 * Before each test file. Modules are loaded anew although files share a process, since a law's file starts its target
 * when it is loaded; a process for each file would take most of the time that a mutant takes. And a property that does
 * not hold has noticed the mutant, so that no smaller counterexample is looked for.
 */
import fc from 'fast-check';
import { beforeAll, vi } from 'vitest';

vi.resetModules();

beforeAll(() => void fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true }));

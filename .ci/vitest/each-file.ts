/**
 * Before each test file. Test files share two processes, since a process for each took half of the time; the modules are
 * loaded anew all the same, so that no file meets what another one left in them.
 */
import { vi } from 'vitest';

vi.resetModules();

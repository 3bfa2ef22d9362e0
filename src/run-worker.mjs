// What worker threads run: the program as the main thread loaded it.
import { workerData } from 'node:worker_threads';
import { loadProgram } from './load-program.mjs';

await loadProgram(workerData.program).work();

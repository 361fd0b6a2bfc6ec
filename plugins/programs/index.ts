/** The door of what plugins share that run programs: to find one, to run it to its end and never longer, to wait for a turn. */
export { findProgram } from './find-program.ts';
export { type ProgramCall, type ProgramResult, runProgram } from './run-program.ts';
export { createTurnstile, type Turnstile } from './turnstile.ts';

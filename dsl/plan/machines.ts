import type { MachineDecl, Model } from '../check/model.ts';
import type { Diagnostic, Staged } from '../diagnostics.ts';
import { createCast } from './cast.ts';
import { createChangeLedger } from './change-ledger.ts';
import { enact } from './deeds.ts';
import { resolveMoments } from './moments.ts';
import type { Setting } from './setting.ts';
import { endsAt, type Step, stepsOf } from './steps.ts';
import type { Machine } from './timeline.ts';

/** A machine whose states know when, after they were entered, each of their steps comes. */
export interface TimedMachine {
  readonly machine: MachineDecl;
  readonly states: readonly { readonly name: string; readonly steps: readonly Step[] }[];
}

export interface TimedMachines {
  readonly timed: readonly TimedMachine[];
  /** What the first states do at the start of the scene. */
  readonly opening: readonly Step[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the times within each state: its entry is their `scene start`. */
export function timeMachines(model: Model): TimedMachines {
  const diagnostics: Diagnostic[] = [];
  const timed = model.machines.map((machine): TimedMachine => {
    const states = machine.states.map(({ name, actions }) => {
      const alone: Model = { ...model, lines: [], beats: [], actions, length_ms: null };
      const moments = resolveMoments(alone, new Map());
      diagnostics.push(...moments.diagnostics);
      const steps = actions
        .flatMap((action) => stepsOf(action, moments.actions.get(action.id) ?? 0))
        .sort((a, b) => a.at_ms - b.at_ms);
      return { name, steps };
    });
    return { machine, states };
  });
  return { timed, opening: timed.flatMap(({ states }) => states[0]?.steps ?? []), diagnostics };
}

/** Tells what each state does as changes that can begin at any time. Their places are those after the script is over. */
export function tellMachines(timed: readonly TimedMachine[], setting: Setting): Staged<readonly Machine[]> {
  const diagnostics: Diagnostic[] = [];
  const value = timed.map(({ machine, states }): Machine => {
    const told = states.map(({ name, steps }, index) => {
      const ledger = createChangeLedger(setting.ledger);
      const cast = createCast(setting.model, ledger);
      const state = { ...setting, ledger, cast, end_ms: Number.POSITIVE_INFINITY };
      for (const step of steps) {
        const remarks = enact(step, state);
        // What the first state does at the start has been remarked upon already.
        if (index > 0) diagnostics.push(...remarks);
      }
      const duration_ms = steps.reduce((latest, step) => Math.max(latest, endsAt(step)), 0);
      return { name, duration_ms, changes: [...ledger.changes].sort((a, b) => a.at_ms - b.at_ms) };
    });
    return { id: machine.id, states: told, transitions: machine.transitions };
  });
  return { value, diagnostics };
}

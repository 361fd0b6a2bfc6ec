import type { Diagnostic, Severity, Span } from '../diagnostics.ts';

/** What `plan` has to say: each code with its severity and its sentence. */
const CATALOGUE = {
  'dsl/plan-cycle': {
    severity: 'error',
    say: (names: string) => `These wait for each other, so none can begin: ${names}. The first now starts at 0.`,
  },
  'dsl/plan-missing-moment': {
    severity: 'warning',
    say: (name: string) => `“${name}” does not happen in this reading, so what waits for it starts at 0.`,
  },
  'dsl/plan-missing-thing': {
    severity: 'info',
    say: (name: string) => `“${name}” is not part of this reading, so this is left out.`,
  },
  'dsl/plan-alignment-mismatch': {
    severity: 'warning',
    say: (line: string) =>
      `The timings for line “${line}” do not have one entry for each of its words; estimated times are used.`,
  },
  'dsl/plan-after-end': {
    severity: 'warning',
    say: (what: string) => `${what} comes after the scene has ended.`,
  },
  'dsl/plan-motions-piled-up': {
    severity: 'warning',
    say: (target: string) =>
      `Too many motions of “${target}” interrupt each other here; this one starts from where the last would have ended.`,
  },
} as const satisfies Record<string, { severity: Severity; say: (name: string) => string }>;

export type PlanCode = keyof typeof CATALOGUE;

export const PLAN_CODES = Object.keys(CATALOGUE);

export function planDiagnostic(code: PlanCode, subject: string, span: Span): Diagnostic {
  const entry = CATALOGUE[code];
  return { code, severity: entry.severity, message: entry.say(subject), span, cures: [] };
}

/** The pages of `docs/diagnostics/`, one for each code of the catalogue, with what the product itself says about the wrong example. */
import {
  analyse,
  CATALOGUE,
  type Code,
  compile,
  formatDiagnostic,
  LINT_RULES,
  scriptOf,
  shownOf,
} from '../../dsl/index.ts';

export interface DocumentPage {
  /** Below `docs/`. */
  readonly path: string;
  readonly text: string;
}

const HEAD = '<!-- Written by scripts/docs/write.ts from the catalogue in dsl/diagnostics. Do not edit. -->\n\n';

const codes = Object.keys(CATALOGUE).sort() as Code[];
const fileOf = (code: string): string => `${code.replace(/^dsl\//, '')}.md`;
const script = (text: string): string => `\`\`\`scene\n${text.trim()}\n\`\`\`\n`;

/** What is said about the wrong example: by `check`, or in one of the readings by `plan`. Null where a script alone can't raise it. */
function saidAbout(code: Code): string | null {
  const { wrong } = CATALOGUE[code];
  const text = scriptOf(wrong);
  const readings = (['2d', '3d'] as const).flatMap((mode) => compile(text, { mode }).diagnostics);
  const found = [...analyse(text).diagnostics, ...readings].find((each) => each.code === code);
  if (!found) return null;
  // The example of a limit is far too long to be shown.
  return text.length > 4000 ? found.message : formatDiagnostic(found, 'example.scene', text).trimEnd();
}

function pageOf(code: Code): DocumentPage {
  const { severity, explanation, wrong, right } = CATALOGUE[code];
  const said = saidAbout(code);
  const answer = said === null ? [] : ['is answered with\n', `\`\`\`text\n${said}\n\`\`\`\n`];
  const text = [
    `${HEAD}# \`${code}\``,
    `*${severity}* · [all codes](README.md)\n`,
    `${explanation}\n`,
    '## Wrong\n',
    script(shownOf(wrong)),
    ...answer,
    '## Right\n',
    script(shownOf(right)),
  ].join('\n');
  return { path: `diagnostics/${fileOf(code)}`, text };
}

function index(): DocumentPage {
  const rows = codes.map(
    (code) => `| [\`${code}\`](${fileOf(code)}) | ${CATALOGUE[code].severity} | ${CATALOGUE[code].explanation} |`,
  );
  const text = [
    `${HEAD}# What can be wrong with a script\n`,
    'Each code is stable. `npx opencommotion check FILE --json` gives the same as JSON, with the edits that cure it.\n',
    'What is not wrong but will not look good is on [a page of its own](lint.md).\n',
    '| code | severity | what it means |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return { path: 'diagnostics/README.md', text };
}

/** What `lint` finds, on one page. */
function lintPage(): DocumentPage {
  const sections = LINT_RULES.map(({ code, severity, explanation, wrong, right }) =>
    [`## \`${code}\`\n`, `*${severity}* · ${explanation}\n`, 'Wrong:\n', script(wrong), 'Right:\n', script(right)].join(
      '\n',
    ),
  );
  const head = `${HEAD}# What is not wrong, but will not look or sound good\n\n\`npx opencommotion lint FILE\` finds it.\n`;
  return { path: 'diagnostics/lint.md', text: [head, ...sections].join('\n') };
}

export const diagnosticPages = (): readonly DocumentPage[] => [index(), lintPage(), ...codes.map(pageOf)];

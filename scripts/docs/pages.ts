import { actorsPage } from './actors-page.ts';
import { type DocumentPage, diagnosticPages } from './diagnostic-pages.ts';
import { grammarPages } from './grammar-page.ts';
import { summaryPage } from './summary-page.ts';

/** Every page of `docs/` that is written by a program, whole or in part. */
export const generatedPages = (): readonly DocumentPage[] => [
  ...diagnosticPages(),
  ...grammarPages(),
  actorsPage(),
  summaryPage(),
];

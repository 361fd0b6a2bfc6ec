import { isBuiltin } from 'node:module';
import ts from 'typescript';

/** `@scope/name/deep/file.js` → `@scope/name`; null for relative paths, URLs and what Node brings itself. */
function packageOf(specifier: string): string | null {
  if (isBuiltin(specifier)) return null;
  return /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*(?=\/|$|\?)/.exec(specifier)?.[0] ?? null;
}

function isLoad(call: ts.CallExpression): boolean {
  const callee = call.expression;
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  return /^(?:require|(?:require|import\.meta)\.resolve)$/.test(callee.getText());
}

/** The specifier that a node of the syntax tree loads at run time, if it is one that does. Types are gone by then. */
function loadedBy(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? null : node.moduleSpecifier.text;
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return node.isTypeOnly ? null : node.moduleSpecifier.text;
  }
  const [first] = ts.isCallExpression(node) && isLoad(node) ? node.arguments : [];
  return first && ts.isStringLiteralLike(first) ? first.text : null;
}

function collect(path: string, text: string, specifierOf: (node: ts.Node) => string | null): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    const name = specifier === null ? null : packageOf(specifier);
    if (name) found.add(name);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return [...found];
}

/** Packages that a module loads when it runs: by import, export from, import(), require and resolve. */
export const importedPackages = (path: string, text: string): string[] => collect(path, text, loadedBy);

/** Packages whose name stands in a string, for modules that load them by a computed specifier. */
export const mentionedPackages = (path: string, text: string): string[] =>
  collect(path, text, (node) => (ts.isStringLiteralLike(node) ? node.text : null));

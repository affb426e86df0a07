// What the bundles in `dist/` may contain and how large they may be; looked up in the syntax tree, not in the text.
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import ts from 'typescript';
import { rules } from '../engine/rules/registry';

interface Size {
  readonly bytes: number;
  readonly ours: number;
  readonly libraries: number;
  readonly data: number;
  /** The part of ours that makes papers. */
  readonly report: number;
}

const sizes = (): Readonly<Record<string, Size>> => JSON.parse(readFileSync('.build/meta/sizes.json', 'utf8'));
const MISSING: Size = {
  bytes: Number.NaN,
  ours: Number.NaN,
  libraries: Number.NaN,
  data: Number.NaN,
  report: Number.NaN,
};

/** Names that a worker does not have, and names that make code from text. */
const NOT_IN_A_WORKER = [
  'document',
  'window',
  'require',
  'process',
  'Buffer',
  'setImmediate',
  '__dirname',
  '__filename',
];

/** Is the name used so that it may be missing: `typeof name`, or behind such a question in the same expression? */
function isAsked(node: ts.Node, name: string): boolean {
  for (let at = node; at.parent; at = at.parent) {
    if (ts.isTypeOfExpression(at.parent)) return true;
    const { parent } = at;
    const condition = ts.isConditionalExpression(parent) || ts.isIfStatement(parent) || ts.isBinaryExpression(parent);
    if (condition && new RegExp(`typeof ${name}\\b`).test(parent.getText())) return true;
    if (ts.isFunctionLike(parent) || ts.isSourceFile(parent)) return false;
  }
  return false;
}

/** Looks at one bundle: free names that a worker lacks, imports, and code made from text. */
function findingsIn(file: string, text = readFileSync(file, 'utf8')): string[] {
  const options: ts.CompilerOptions = {
    allowJs: true,
    noLib: true,
    noResolve: true,
    types: [],
    target: ts.ScriptTarget.Latest,
  };
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (name) => (name === file ? tree : undefined),
  };
  const checker = ts.createProgram([file], options, host).getTypeChecker();
  const isFree = (node: ts.Identifier) =>
    checker.resolveName(node.text, node, ts.SymbolFlags.Value, false) === undefined;
  const isUse = (node: ts.Identifier) => {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
    if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
    if (ts.isBindingElement(parent)) return parent.initializer === node;
    return !ts.isClassElement(parent) && !ts.isMethodDeclaration(parent) && !ts.isAccessor(parent);
  };
  const found: string[] = [];
  const say = (node: ts.Node, what: string) => {
    const around = text.slice(Math.max(0, node.getStart() - 40), node.getEnd() + 40).replaceAll('\n', ' ');
    found.push(`${what}: … ${around} …`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) say(node, 'import');
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) say(node, 'import()');
    if (ts.isStringLiteral(node) && node.text.startsWith('node:')) say(node, 'a Node module');
    const callee = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression : undefined;
    if (callee && ts.isIdentifier(callee) && ['Function', 'eval'].includes(callee.text) && isFree(callee)) {
      say(node, 'code made from text');
    }
    if (
      ts.isIdentifier(node) &&
      NOT_IN_A_WORKER.includes(node.text) &&
      isUse(node) &&
      isFree(node) &&
      !isAsked(node, node.text)
    ) {
      say(node, `free ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('the bundles', () => {
  it('the worker server needs nothing that a worker lacks', () => {
    deepEqual(findingsIn('dist/server-worker.js'), []);
  });

  it('the look at a bundle finds what it looks for', () => {
    const bad = [
      'document.createElement("a")',
      'const make = new Function("return 1")',
      'eval("1")',
      'const fs = require("node:fs")',
      'import("./other.js")',
    ];
    for (const text of bad) ok(findingsIn('bad.js', `(() => { ${text} })();`).length > 0, text);
    const good = [
      'const document = {}; document.title = "x"; use({ document, window: 1 }.window)',
      'const f = ({ document: d }) => d; class A { window = 1; get document() { return 1; } }',
      'if (typeof document !== "undefined") document.title = "x"',
      'function f(process) { return process.Function("x") }',
    ];
    for (const text of good) deepEqual(findingsIn('good.js', `(() => { ${text} })();`), [], text);
  });

  it('no bundle makes code from text', () => {
    for (const name of ['client-node', 'client-web', 'server-node', 'cli']) {
      const made = findingsIn(`dist/${name}.js`).filter((each) => each.startsWith('code made from text'));
      deepEqual(made, [], name);
    }
  }).timeout(60_000);

  for (const name of ['client-node', 'client-web']) {
    it(`dist/${name}.js: our code has at most 60 kB`, () => {
      const { ours } = sizes()[`dist/${name}.js`] ?? MISSING;
      ok(ours <= 60_000, `${ours} bytes`);
    });
  }

  for (const name of ['server-node', 'server-worker']) {
    it(`dist/${name}.js: our code has at most 420 kB, the report 45 kB, the libraries 380 kB`, () => {
      const { ours, libraries, report } = sizes()[`dist/${name}.js`] ?? MISSING;
      // What a rule is called, cites and says is content like the packs, though it stands beside its code.
      const cards = Buffer.byteLength(JSON.stringify(rules));
      const code = ours - cards - report;
      ok(code <= 420_000, `${code} bytes of ours without ${cards} of the rules' names, references and messages`);
      ok(report <= 45_000, `${report} bytes of the report`);
      ok(libraries <= 380_000, `${libraries} bytes of libraries`);
    });
  }

  it('the sizes are those of the files', () => {
    for (const [file, { bytes }] of Object.entries(sizes())) deepEqual([file, statSync(file).size], [file, bytes]);
  });
});

// The rooms of the house (docs/develop.md) and what each may import. A wrong import fails here, naming file and line.
import { deepEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

interface Room {
  /** Folders and files of the project whose values it may use, besides its own. Types of the engine may go anywhere. */
  readonly from: readonly string[];
  /** Packages and Node modules; a name ending in `*` stands for all that begin so. */
  readonly packages: readonly string[];
  /** Are other rooms' types forbidden too, unless `from` names the room? */
  readonly closed?: true;
}

const TEXT = ['engine/text'];
const PARSE = [...TEXT, 'engine/parse'];
const FACTS = [...PARSE, 'engine/facts'];
const KINDS = [...FACTS, 'engine/catalogue', 'engine/kinds'];
const WORKSPACE = [...KINDS, 'engine/configuration', 'engine/workspace'];
const COVERAGE = [...WORKSPACE, 'engine/rules/rule', 'engine/coverage'];
/** What the faces see of the engine. */
const FACADE = [
  'engine/engine',
  'engine/features',
  'engine/coverage',
  'engine/comparison',
  'engine/reports',
  'engine/messages',
];

const PARSERS = ['yaml', 'unified', 'remark-parse', 'micromark*', 'mdast*'];
const SERVER = ['vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument'];

/** Room → what it may import. The longest name that a path begins with is the file's room. */
const ROOMS: Readonly<Record<string, Room>> = {
  'engine/engine.ts': { from: [...COVERAGE, 'engine/rules/registry', ...FACADE], packages: ['gen/*'] },
  'engine/text': { from: [], packages: ['@noble/hashes/*'], closed: true },
  'engine/parse': { from: TEXT, packages: PARSERS, closed: true },
  'engine/facts': { from: PARSE, packages: ['mdast'], closed: true },
  'engine/catalogue': { from: TEXT, packages: ['gen/*'] },
  'engine/kinds': { from: FACTS.concat('engine/catalogue'), packages: [] },
  'engine/configuration': { from: KINDS, packages: ['gen/*'] },
  'engine/workspace': { from: WORKSPACE, packages: ['gen/*'] },
  'engine/rules/rule.ts': { from: WORKSPACE, packages: [] },
  'engine/rules/registry.ts': { from: ['engine/rules'], packages: [] },
  // No facts, no parser, no other rule, no feature: not even their types.
  'engine/rules': {
    from: ['engine/rules/rule', 'engine/kinds', 'engine/workspace', 'engine/catalogue', 'engine/configuration'],
    packages: [],
    closed: true,
  },
  'engine/coverage': { from: COVERAGE, packages: [] },
  'engine/comparison': { from: COVERAGE, packages: [] },
  'engine/messages': { from: ['engine/rules', 'engine/workspace', 'engine/kinds'], packages: ['gen/*'] },
  'engine/features': {
    from: [...COVERAGE, 'engine/engine', 'engine/messages', 'engine/rules/registry', 'schemas/aims.schema.json'],
    packages: ['gen/*'],
  },
  'engine/reports': { from: [...COVERAGE, ...FACADE, 'engine/rules/registry'], packages: ['gen/*'] },
  host: { from: FACADE, packages: ['node:*'] },
  server: { from: FACADE, packages: SERVER },
  'server/node': { from: [...FACADE, 'server', 'host'], packages: [...SERVER, 'vscode-languageserver/node', 'node:*'] },
  'server/worker': { from: [...FACADE, 'server'], packages: [...SERVER, 'vscode-languageserver/browser'] },
  client: { from: ['server/protocol'], packages: ['vscode', 'vscode-languageclient'] },
  'client/node': { from: ['client'], packages: ['vscode', 'vscode-languageclient/node', 'node:*'] },
  'client/web': { from: ['client'], packages: ['vscode', 'vscode-languageclient/browser'] },
  // The one command that is a server starts the one that editors start.
  'cli/commands/lsp.ts': { from: ['cli', 'server/node/start'], packages: [] },
  // Spreadsheets are bytes: the libraries that read and write them stay here, and are loaded by the commands that need them.
  'cli/spreadsheet': { from: FACADE, packages: ['node:*', 'hucre', 'hucre/xlsx', 'yaml'] },
  cli: {
    from: [...FACADE, 'host', 'package.json', 'cli/commands/lsp', 'cli/spreadsheet'],
    packages: ['node:*', 'fflate', 'diff'],
  },
};

/** Rooms whose types, too, the faces may name: the port that both kinds of host fill. */
const TYPES_FOR_ALL = ['engine', 'host/file-source'];

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

const sources = ['engine', 'host', 'server', 'client', 'cli']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
  )
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  .map(({ path, text }) => ({ path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }));

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { isTypeOnly: whole, name, namedBindings } = node.importClause;
  if (whole) return true;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((each) => each.isTypeOnly)
  );
}

/** Every import of a file, also `import()`, `require()` and re-exports, as a path of the project or a package's name. */
function importsOf(path: string, text: string, tree: ts.SourceFile): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => {
    const statement = tree.statements.find((each) => each.pos <= pos && pos < each.end);
    return {
      target: fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName) : fileName,
      typeOnly: statement !== undefined && isTypeOnly(statement),
      line: tree.getLineAndCharacterOfPosition(pos).line + 1,
    };
  });
}

const lies = (path: string, place: string) => path === place || path.startsWith(`${place}/`) || `${path}.ts` === place;
const roomOf = (path: string) =>
  Object.keys(ROOMS)
    .filter((name) => lies(path, name))
    .sort((one, other) => other.length - one.length)[0];
const isProject = (target: string) =>
  /^(engine|host|server|client|cli|test|bench|build|package\.json|frameworks|schemas)(\/|$)/.test(target);

function allowed(path: string, { target, typeOnly }: Import): boolean {
  const name = roomOf(path);
  const room = name === undefined ? undefined : ROOMS[name];
  if (!name || !room) return false;
  if (!isProject(target)) {
    return room.packages.some((each) => (each.endsWith('*') ? target.startsWith(each.slice(0, -1)) : target === each));
  }
  if (room.from.some((place) => lies(target, place))) return true;
  // A rule is not in the room of another rule; everywhere else one's own room is open.
  if (name !== 'engine/rules' && roomOf(target) === name) return true;
  return typeOnly && !room.closed && TYPES_FOR_ALL.some((place) => lies(target, place)) && name !== 'client';
}

describe('the house', () => {
  it('has source files to look at', () => {
    const counted = new Set(sources.map(({ path }) => path.split('/')[0]));
    deepEqual([...counted].sort(), ['cli', 'client', 'engine', 'host', 'server']);
  });

  it('every file stands in a room', () => {
    deepEqual(
      sources.map(({ path }) => path).filter((path) => roomOf(path) === undefined),
      [],
    );
  });

  it('every room imports only what it may', () => {
    const wrong = sources.flatMap(({ path, text, tree }) =>
      importsOf(path, text, tree)
        .filter((each) => !allowed(path, each))
        .map(({ target, typeOnly, line }) => `${path}:${line} imports ${typeOnly ? 'types of ' : ''}${target}`),
    );
    deepEqual(wrong, []);
  });

  it('would notice a wrong import', () => {
    const wrong: readonly (readonly [string, string, boolean])[] = [
      ['engine/text/span.ts', 'node:fs', false],
      ['engine/workspace/snapshot.ts', 'vscode-languageserver', true],
      ['engine/rules/soa/stock-phrase.ts', 'engine/rules/soa/no-owner', false],
      ['engine/rules/soa/stock-phrase.ts', 'engine/parse/block', true],
      ['engine/coverage/grade.ts', 'engine/features/hover', false],
      ['server/server.ts', 'host/disk-files', false],
      ['server/worker/main.ts', 'host/disk-files', false],
      ['client/session.ts', 'engine/engine', true],
      ['cli/main.ts', 'server/server', false],
      ['cli/load.ts', 'server/node/start', false],
      ['cli/commands/import.ts', 'hucre/xlsx', false],
      ['cli/commands/lsp.ts', 'server/server', false],
    ];
    deepEqual(
      wrong.filter(([path, target, typeOnly]) => allowed(path, { target, typeOnly, line: 1 })),
      [],
    );
  });

  it('the engine asks neither clock nor chance nor console', () => {
    const found: string[] = [];
    for (const { path, tree } of sources) {
      if (!path.startsWith('engine/')) continue;
      const visit = (node: ts.Node): void => {
        const clock = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
        const call =
          ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random|console\.\w+)$/.test(node.getText());
        if (clock || call)
          found.push(`${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText()}`);
        ts.forEachChild(node, visit);
      };
      visit(tree);
    }
    deepEqual(found, []);
  });
});

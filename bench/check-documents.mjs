// A process of its own that checks a folder once, cold, so that time and memory are its own; or edits a document after it.
//   node check-documents.mjs ours|theirs|edits folder
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [, , whose, folder] = process.argv;
const result = await { ours, theirs, edits }[whose]();
process.stdout.write(JSON.stringify({ ...result, memory: process.resourceUsage().maxRSS / 1024 }));

async function engine() {
  const { createRequire } = await import('node:module');
  return createRequire(import.meta.url)(resolve('.build/bench/engine.cjs'));
}

async function ours() {
  const { loadWorkspace, DiskFiles, settleForShortRun } = await engine();
  // As the command line does before a check. The neighbour is slower with these settings and runs without them.
  settleForShortRun();
  const since = performance.now();
  const { snapshot } = await loadWorkspace(new DiskFiles(folder), '2026-11-20');
  return { cold: performance.now() - since, findings: snapshot.findings.length };
}

/** One record's text changes: what an edit costs among so many documents, in a process that goes on like a server. */
async function edits() {
  const { loadWorkspace, DiskFiles, finish } = await engine();
  const { workspace, snapshot } = await loadWorkspace(new DiskFiles(folder), '2026-11-20');
  const path = [...snapshot.texts.keys()].find((each) => each.endsWith('.md'));
  const { text } = snapshot.texts.get(path);
  const [prose, facts] = [
    text.replace(' It is about', ' It is more about'),
    text.replace('title: ', 'title: The '),
  ].map((changed) => {
    workspace.setText(path, { text: changed, damaged: false });
    const start = performance.now();
    finish(workspace.check(finish(workspace.read())));
    return performance.now() - start;
  });
  return { prose, facts };
}

async function theirs() {
  const service = await import('vscode-markdown-languageservice');
  const { default: MarkdownIt } = await import('markdown-it');
  const { TextDocument } = await import('vscode-languageserver-textdocument');
  const { URI } = await import('vscode-uri');
  const since = performance.now();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const documents = new Map(
    files.map((path) => {
      const uri = URI.file(join(folder, path)).toString();
      return [uri, TextDocument.create(uri, 'markdown', 1, readFileSync(join(folder, path), 'utf8'))];
    }),
  );
  const markdown = MarkdownIt({ html: true });
  const never = () => ({ dispose() {} });
  const workspace = {
    workspaceFolders: [URI.file(folder)],
    onDidChangeMarkdownDocument: never,
    onDidCreateMarkdownDocument: never,
    onDidDeleteMarkdownDocument: never,
    getAllMarkdownDocuments: async () => documents.values(),
    hasMarkdownDocument: (uri) => documents.has(uri.toString()),
    openMarkdownDocument: async (uri) => documents.get(uri.toString()),
    stat: async (uri) => (documents.has(uri.toString()) ? { isDirectory: false } : undefined),
    readDirectory: async () => [],
  };
  const parser = {
    slugifier: service.githubSlugifier,
    tokenize: async (document) => markdown.parse(document.getText(), {}),
  };
  const language = service.createLanguageService({ workspace, parser, logger: { level: 0, log() {} } });
  const level = 'error';
  const options = {
    validateReferences: level,
    validateFragmentLinks: level,
    validateFileLinks: level,
    validateMarkdownFileLinkFragments: level,
    validateUnusedLinkDefinitions: level,
    validateDuplicateLinkDefinitions: level,
    ignoreLinks: [],
  };
  const token = { isCancellationRequested: false, onCancellationRequested: never };
  let findings = 0;
  for (const document of documents.values())
    findings += (await language.computeDiagnostics(document, options, token)).length;
  return { cold: performance.now() - since, findings };
}

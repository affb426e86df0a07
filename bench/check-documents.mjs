// A process of its own that checks a folder once, cold, so that time and memory are its own.   node check-documents.mjs ours|theirs folder
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [, , whose, folder] = process.argv;
const result = whose === 'ours' ? await ours() : await theirs();
process.stdout.write(JSON.stringify({ ...result, memory: process.resourceUsage().maxRSS / 1024 }));

async function ours() {
  const { createRequire } = await import('node:module');
  const { loadWorkspace, DiskFiles, finish } = createRequire(import.meta.url)(resolve('.build/bench/engine.cjs'));
  const since = performance.now();
  const { workspace, snapshot } = await loadWorkspace(new DiskFiles(folder), '2026-11-20');
  const cold = performance.now() - since;
  // One record's text changes: what an edit costs among so many documents.
  const path = [...snapshot.texts.keys()].find((each) => each.endsWith('.md'));
  const { text } = snapshot.texts.get(path);
  const edits = [text.replace(' It is about', ' It is more about'), text.replace('title: ', 'title: The '), text];
  const taken = edits.map((changed) => {
    workspace.setText(path, { text: changed, damaged: false });
    const start = performance.now();
    const state = finish(workspace.read());
    const read = performance.now() - start;
    finish(workspace.check(state));
    return { read, whole: performance.now() - start };
  });
  return { cold, findings: snapshot.findings.length, prose: taken[0], facts: taken[1] };
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

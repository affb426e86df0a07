import { BASELINE_FILE } from '../../configuration/baseline';
import { CONFIGURATION_FILE } from '../../configuration/configuration';
import { folderOf, joinPath, relativePath } from '../../workspace/paths';
import type { WorkspaceState } from '../../workspace/snapshot';
import { isExcluded } from '../../workspace/unread-files';
import { asLabelled, type Candidate, type CompletionEntry, candidateOf, choose } from './entry';
import type { Here } from './here';

/** The files under the root as seen from a document; `typed` is what stands there up to the cursor. */
export function pathCandidates(state: WorkspaceState, from: string, typed: string): readonly Candidate[] {
  const slash = typed.lastIndexOf('/');
  const written = slash < 0 ? '' : typed.slice(0, slash + 1);
  const folder = written === '' ? '' : joinPath(folderOf(from), written);
  if (folder.startsWith('..')) return [];
  const inside = folder === '' ? '' : `${folder}/`;
  const found: Candidate[] = [];
  for (const path of state.view.paths.all()) {
    if (
      path === from ||
      path === CONFIGURATION_FILE ||
      path === BASELINE_FILE ||
      !path.startsWith(inside) ||
      isExcluded(path) ||
      /(?:^|\/)\./.test(path)
    )
      continue;
    const value = written === '' ? relativePath(from, path) : written + path.slice(inside.length);
    const document = state.view.document(path);
    if (document?.status === 'template') continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const detail = document ? document.title || document.kind.title : '';
    found.push(
      candidateOf('file', value, detail, { words: `${detail} ${name}`, rank: document ? 4 : 5, topic: `file ${path}` }),
    );
  }
  return found.sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** What can stand behind the `#` of an address that is typed up to it; undefined before one. `end`: of the address. */
export function fragmentEntries(here: Here, typed: string, start: number, end: number): CompletionEntry[] | undefined {
  const hash = typed.indexOf('#');
  if (hash < 0) return undefined;
  const candidates = fragmentCandidates(here.state, here.path, typed.slice(0, hash));
  return choose(candidates, typed.slice(hash + 1), { start: start + hash + 1, end }, asLabelled);
}

/** The headings and row ids of the file that stands before `#`. */
function fragmentCandidates(state: WorkspaceState, from: string, written: string): readonly Candidate[] {
  const plain = safeDecode(written);
  const path =
    plain === ''
      ? from
      : [joinPath(folderOf(from), plain), joinPath('', plain)].find((each) => state.view.paths.has(each));
  const document = path === undefined ? undefined : state.view.document(path);
  if (!document) return [];
  const rows = document.rows
    .filter((row) => row.id !== '')
    .map((row) =>
      candidateOf('reference', row.id, row.fields.get('name')?.text ?? row.fields.get('title')?.text ?? '', {
        words: '',
      }),
    );
  const sections = document.sections.map((section) =>
    candidateOf('section', section.slug, section.title, { words: section.title, rank: 4 }),
  );
  return [...sections, ...rows];
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

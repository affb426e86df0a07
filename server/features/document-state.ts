import { documentState as stateOf } from '../../engine/coverage/document-state';
import { BASELINE_FILE, filledText } from '../../engine/engine';
import type { Feature, FeatureHost } from '../feature-host';
import { type DocumentState, documentState } from '../protocol';
import { normalUri, pathOf } from '../uris';

const NO_FINDINGS = { error: 0, warning: 0, information: 0 };

/** What the status item says of a document. */
export const documentStateRequest: Feature = {
  capabilities: {},
  register(host) {
    host.connection.onRequest(documentState, async ({ uri }): Promise<DocumentState | null> => {
      const document = await host.checkedDocument(uri);
      if (!document) return belongsToRoot(host, uri) ? UNRECOGNISED : null;
      const { snapshot, path } = document;
      const count = (severity: string) =>
        (snapshot.findingsByPath.get(path) ?? []).filter((finding) => finding.severity === severity).length;
      const findings = { error: count('error'), warning: count('warning'), information: count('information') };
      const record = snapshot.view.document(path);
      if (!record) {
        const why = path === BASELINE_FILE ? 'The accepted findings of this root.' : 'The settings of this root.';
        return { kind: 'Settings', state: '', why, guessed: false, findings };
      }
      const version = filledText(record.metadata, 'version');
      const state = stateOf(snapshot.view, record) + (version === '' ? '' : `, version ${version}`);
      const guessed = record.recognised === 'shape';
      return {
        kind: record.kind.title,
        state,
        why: guessed ? `Recognised by ${record.why}.` : `Recognised because ${record.why}.`,
        guessed,
        findings,
      };
    });
  },
};

const UNRECOGNISED: DocumentState = {
  kind: '',
  state: '',
  why: 'Nothing in it says what kind of document it is.',
  guessed: false,
  findings: NO_FINDINGS,
};

function belongsToRoot(host: FeatureHost, uri: string): boolean {
  return host.sessions().some(({ root }) => pathOf(root, normalUri(uri)) !== undefined);
}

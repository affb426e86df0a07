import { highlights, references } from '../../engine/features/references';
import { type Feature, locationOf, offsetOf, rangeOf } from '../feature-host';

/** Everything that names what stands at the cursor, in the root and in the open file. */
export const referenceSearch: Feature = {
  capabilities: { referencesProvider: true, documentHighlightProvider: true },
  register(host) {
    host.connection.onReferences(async ({ textDocument: { uri }, position, context }) => {
      const document = await host.document(uri);
      if (!document) return null;
      const { state, session, lines } = document;
      return references(state, document.path, offsetOf(lines, position))
        .filter(({ defines }) => context.includeDeclaration || !defines)
        .map(({ path, span }) => locationOf(state, session.root, { on: 'span', path, ...span }));
    });
    host.connection.onDocumentHighlight(async ({ textDocument: { uri }, position }) => {
      const document = await host.document(uri);
      if (!document) return null;
      const { state, path, lines } = document;
      return highlights(state, path, offsetOf(lines, position)).map(({ span }) => ({ range: rangeOf(lines, span) }));
    });
  },
};

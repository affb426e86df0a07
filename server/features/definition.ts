import { definition } from '../../engine/features/definition';
import { type Feature, locationOf, offsetOf } from '../feature-host';

/** Where an id or path at the cursor leads. */
export const definitions: Feature = {
  capabilities: { definitionProvider: true },
  register(host) {
    host.connection.onDefinition(async ({ textDocument: { uri }, position }) => {
      const document = await host.document(uri);
      if (!document) return null;
      const { state, session, path, lines } = document;
      return definition(state, path, offsetOf(lines, position)).map((place) => locationOf(state, session.root, place));
    });
  },
};

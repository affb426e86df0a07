import { coverageNodeAt } from '../../engine/features/coverage-node';
import { type Feature, offsetOf } from '../feature-host';
import { nodeAt } from '../protocol';

/** The coverage node that is meant at a position. */
export const nodeAtRequest: Feature = {
  capabilities: {},
  register(host) {
    host.connection.onRequest(nodeAt, async ({ uri, line, character }) => {
      const document = await host.document(uri);
      if (!document) return null;
      const { state, session, path, lines } = document;
      const id = coverageNodeAt(state, path, offsetOf(lines, { line, character }));
      return id === undefined ? null : { root: session.root, id };
    });
  },
};

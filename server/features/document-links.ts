import { documentLinks } from '../../engine/features/document-links';
import { type Feature, locationOf, rangeOf } from '../feature-host';
import { readInSlices } from '../text-slices';

/** Links for paths and ids that lead somewhere. */
export const links: Feature = {
  capabilities: { documentLinkProvider: { resolveProvider: false } },
  register(host) {
    host.connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
      const document = await host.document(uri);
      if (!document) return null;
      const { state, session, path, lines } = document;
      const length = state.texts.get(path)?.text.length ?? 0;
      const found = await readInSlices(length, (from, to) => documentLinks(state, path, from, to));
      return found.map(({ span, to }) => {
        if ('url' in to) return { range: rangeOf(lines, span), target: to.url };
        const { uri: target, range } = locationOf(state, session.root, to);
        const { line, character } = range.start;
        const place = line === 0 && character === 0 ? '' : `#${line + 1},${character + 1}`;
        return { range: rangeOf(lines, span), target: target + place };
      });
    });
  },
};

import { coverageTree } from '../../engine/coverage/tree';
import type { Feature } from '../feature-host';
import { coverage, type RootCoverage } from '../protocol';

/** The coverage view of every root that has been read. */
export const coverageRequest: Feature = {
  capabilities: {},
  register(host) {
    host.connection.onRequest(coverage, (): RootCoverage[] =>
      host.sessions().flatMap(({ root, snapshot }) => {
        return snapshot ? [{ root, name: folderName(root), tree: coverageTree(snapshot) }] : [];
      }),
    );
  },
};

function folderName(root: string): string {
  const name = root.slice(root.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

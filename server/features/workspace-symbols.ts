import { workspaceSymbols } from '../../engine/features/workspace-symbols';
import { type Feature, locationOf } from '../feature-host';
import { symbolKind } from './document-symbols';

/** Rows and documents of every root by id or name. */
export const symbolSearch: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register(host) {
    host.connection.onWorkspaceSymbol(async ({ query }) => {
      const loaded = host.sessions().filter((session) => !session.loading);
      const found = loaded.map(async (session) => {
        const state = await session.current();
        return workspaceSymbols(state, query).map(({ name, sort, container, at }) => {
          return {
            name,
            kind: symbolKind(sort),
            containerName: container,
            location: locationOf(state, session.root, at),
          };
        });
      });
      return (await Promise.all(found)).flat();
    });
  },
};

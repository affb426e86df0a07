import { explain } from '../../engine/features/explain';
import type { Feature } from '../feature-host';
import { explain as request } from '../protocol';

/** The page of a rule; or what a control, clause or id means, with the state of the first root that knows it. */
export const explainRequest: Feature = {
  capabilities: {},
  register(host) {
    host.connection.onRequest(request, async ({ topic }) => {
      const page = explain(topic, undefined);
      if (page) return page;
      for (const session of host.sessions()) {
        const found = explain(topic, await session.current());
        if (found) return found;
      }
      return null;
    });
  },
};

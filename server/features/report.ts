import { reportHtml } from '../../engine/reports/html/report-html';
import type { Feature } from '../feature-host';
import { report } from '../protocol';

/** The report of a root as it is now, the same page that the command line writes. */
export const reportRequest: Feature = {
  capabilities: {},
  register(host) {
    host.connection.onRequest(report, async ({ root, version }) => {
      const session = host.session(root);
      return session ? { html: reportHtml(await session.checked(), { version }) } : null;
    });
  },
};

import { startingPoint } from '../../engine/engine';
import { newChoices } from '../../engine/features/new-choices';
import { planAction } from '../../engine/features/plan';
import { configuration } from '../../engine/features/set-up';
import { plannedChange } from '../changes';
import type { Feature } from '../feature-host';
import { newChoices as newChoicesRequest, planChange, planSetUp, readFiles } from '../protocol';
import { normalUri, uriOf } from '../uris';

/** What the views' buttons and the "New" commands would change. The client applies it; nothing is written here. */
export const plans: Feature = {
  capabilities: {},
  register(host) {
    host.connection.onRequest(newChoicesRequest, async ({ root }) => {
      const session = host.session(root);
      return session ? newChoices(await session.current()) : [];
    });
    host.connection.onRequest(planChange, async ({ root, action }) => {
      const session = host.session(root);
      if (!session) return { create: [], edits: [], open: null, refused: 'This folder is no longer open.' };
      const state = await session.current();
      return plannedChange(host, session.root, state, planAction(state, action));
    });
    host.connection.onRequest(planSetUp, async ({ answers, asItIs }) => {
      const root = normalUri(answers.folder);
      if (host.session(root))
        return { create: [], edits: [], open: null, refused: 'This folder already has an aims.yaml.' };
      const files = asItIs
        ? [{ path: 'aims.yaml', text: configuration(answers.organization, answers.roles) }]
        : await absent(startingPoint(answers));
      const open = { path: files.find(({ path }) => path !== 'aims.yaml')?.path ?? 'aims.yaml', offset: 0 };
      return plannedChange(host, root, undefined, { edits: [], create: files, open });

      /** Files that are there already stay as they are. */
      async function absent<File extends { path: string }>(wanted: readonly File[]): Promise<File[]> {
        const contents = await host.connection.sendRequest(readFiles, {
          uris: wanted.map(({ path }) => uriOf(root, path)),
        });
        return wanted.filter((_, index) => contents[index] === null || contents[index] === undefined);
      }
    });
  },
};

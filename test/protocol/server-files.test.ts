// Files, folders and settings that come, change and go while a server runs.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Transport } from '../support/language-client';
import { FILES, REASON, soa, startsServers } from '../support/small-server';
import { AIMS, MISSING_JUSTIFICATION } from '../support/small-texts';

for (const transport of ['stdio', 'worker'] as const satisfies readonly Transport[]) {
  describe(`the server over ${transport}`, () => {
    const start = startsServers(transport);

    it('follows files that are created, changed, renamed and deleted', async () => {
      const { server, folder } = await start([['aims.yaml', AIMS]]);
      folder.write('governance/soa.yaml', soa(''));
      await server.watched(['created', 'governance/soa.yaml']);
      await server.finds('governance/soa.yaml', MISSING_JUSTIFICATION);
      folder.rename('governance/soa.yaml', 'policies/soa 2 ü.yaml');
      await server.watched(['deleted', 'governance/soa.yaml'], ['created', 'policies/soa 2 ü.yaml']);
      await server.finds('policies/soa 2 ü.yaml', MISSING_JUSTIFICATION);
      await server.until('the old name is empty', () => server.rules('governance/soa.yaml').length === 0);
      folder.write('policies/soa 2 ü.yaml', soa(REASON));
      await server.watched(['changed', 'policies/soa 2 ü.yaml']);
      await server.finds('policies/soa 2 ü.yaml', MISSING_JUSTIFICATION, false);
      folder.write('policies/soa 2 ü.yaml', soa(''));
      await server.watched(['changed', 'policies/soa 2 ü.yaml']);
      await server.finds('policies/soa 2 ü.yaml', MISSING_JUSTIFICATION);
      folder.remove('policies');
      await server.watched(['deleted', 'policies']);
      await server.until(
        'nothing is left of a deleted folder',
        () => server.rules('policies/soa 2 ü.yaml').length === 0,
      );
    });

    it('shows at once what an edit of the baseline silences, and what it no longer does', async () => {
      const entry = `findings:\n  - { rule: ${MISSING_JUSTIFICATION}, path: soa.yaml, where: A.2.2.justification, reason: agreed }\n`;
      const { server, folder } = await start();
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      folder.write('aims-baseline.yaml', entry);
      await server.watched(['created', 'aims-baseline.yaml']);
      await server.finds('soa.yaml', MISSING_JUSTIFICATION, false);
      await server.open('aims-baseline.yaml', entry);
      await server.change('aims-baseline.yaml', entry.replace('reason: agreed', 'until: 2026-01-01, reason: agreed'));
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      await server.finds('aims-baseline.yaml', 'exception/expired');
      await server.close('aims-baseline.yaml');
      await server.finds('soa.yaml', MISSING_JUSTIFICATION, false);
      folder.remove('aims-baseline.yaml');
      await server.watched(['deleted', 'aims-baseline.yaml']);
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
    });

    it('wakes when an aims.yaml appears, and forgets everything when it vanishes', async () => {
      const { server, folder } = await start([
        ['soa.yaml', soa('')],
        ['notes.md', '# Notes\n'],
      ]);
      folder.write('aims.yaml', AIMS);
      await server.watched(['created', 'aims.yaml']);
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      folder.remove('aims.yaml');
      await server.watched(['deleted', 'aims.yaml']);
      await server.until('no findings at all', () => server.all().size === 0);
    });

    it('reads no file where there is no AIMS', async () => {
      const { server } = await start([
        ['soa.yaml', soa('')],
        ['a/b.md', '# Text\n'],
      ]);
      const undeclared = soa('').replace(/^kind:.*\n/, '');
      await server.open('soa.yaml', undeclared);
      equal(await server.at('textDocument/hover', 'soa.yaml', 4, 9), null);
      deepEqual(server.published, []);
      // What says itself what it is gets the features of a single file, out of the editor's text alone.
      await server.change('soa.yaml', soa(''));
      ok(await server.at('textDocument/hover', 'soa.yaml', 5, 9));
      equal(server.asked.read, 0);
    });

    it('keeps a root inside a root apart, and takes its files back when its aims.yaml goes', async () => {
      const { server, folder } = await start([...FILES, ['team/aims.yaml', AIMS], ['team/soa.yaml', soa('')]]);
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      await server.finds('team/soa.yaml', MISSING_JUSTIFICATION);
      // Two statements in one root would name each other; in two roots they do not.
      const alone = server.rules('soa.yaml').join();
      folder.remove('team/aims.yaml');
      await server.watched(['deleted', 'team/aims.yaml']);
      await server.until('the outer root sees both', () => server.rules('soa.yaml').join() !== alone);
      await server.finds('team/soa.yaml', MISSING_JUSTIFICATION);
      folder.write('team/aims.yaml', AIMS);
      await server.watched(['created', 'team/aims.yaml']);
      await server.until('they are apart again', () => server.rules('soa.yaml').join() === alone);
      await server.finds('team/soa.yaml', MISSING_JUSTIFICATION);
    });

    it('follows folders that are added and removed', async () => {
      const { server } = await start(
        [
          ['one/aims.yaml', AIMS],
          ['one/soa.yaml', soa('')],
          ['two/aims.yaml', AIMS],
          ['two/soa.yaml', soa('')],
        ],
        ['one'],
      );
      await server.finds('one/soa.yaml', MISSING_JUSTIFICATION);
      equal(server.diagnostics('two/soa.yaml'), undefined);
      const [one, two] = ['one', 'two'].map((name) => ({ uri: server.uri(name), name }));
      await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [two], removed: [one] },
      });
      await server.finds('two/soa.yaml', MISSING_JUSTIFICATION);
      await server.until('the first folder is empty', () => server.rules('one/soa.yaml').length === 0);
    });
  });
}

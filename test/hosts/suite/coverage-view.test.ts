import * as vscode from 'vscode';
import type { TreeSnapshot } from '../../../client/activate';
import { access, eventually, expect, expectEqual, inWorkspace, placeOf, replace, withFile } from './expect';

function* below(nodes: readonly TreeSnapshot[]): Iterable<TreeSnapshot> {
  for (const node of nodes) {
    yield node;
    yield* below(node.children);
  }
}

const withId = (nodes: readonly TreeSnapshot[], prefix: string) =>
  [...below(nodes)].filter(({ id }) => id.startsWith(prefix));

describe('the coverage view', () => {
  it('shows all 38 controls, each with its grade in words', async () => {
    const controls = withId((await access()).tree(), 'control/A.');
    expectEqual(new Set(controls.map(({ id }) => id)).size, 38, 'controls');
    expectEqual(
      controls.filter(({ description }) => !description).map(({ id }) => id),
      [],
      'controls without words',
    );
  });

  it('shows the AI systems', async () => {
    expect(withId((await access()).tree(), 'system/').length > 0, 'systems');
  });

  it('shows only what is open, and all again', async () => {
    const shown = await access();
    const all = withId(shown.tree(), 'control/').length;
    await vscode.commands.executeCommand('aims.openOnly');
    const open = withId(shown.tree(), 'control/');
    expect(open.length > 0 && open.length < all, `${open.length} of ${all} controls are open`);
    expect(
      open.every((node) => node.open),
      'only open ones',
    );
    await vscode.commands.executeCommand('aims.showAll');
    expectEqual(withId(shown.tree(), 'control/').length, all, 'controls');
  });

  it('says of a gap what it is', async () => {
    const shown = await access();
    const says = (id: string, words: string) =>
      eventually(shown.onDidChange, () => withId(shown.tree(), id)[0]?.description === words || undefined);
    await says('system/AIS-009', 'not assessed');
    await says('control/A.6.2.5', 'nothing yet');
  });

  it('follows an edit that is not saved', async () => {
    const shown = await access();
    const words = () => withId(shown.tree(), 'control/A.2.2')[0]?.description;
    const before = words();
    await withFile('soa.yaml', async (soa) => {
      await replace(soa, placeOf(soa, 'applicable: true', '- id: A.2.2'), 'applicable: ');
      await eventually(shown.onDidChange, () => words() !== before || undefined);
    });
    await eventually(shown.onDidChange, () => words() === before || undefined);
  });

  it('says counts in the status bar, and no percentage', async () => {
    const text = (await access()).statusBar();
    expect(/^\$\(shield\) AIMS (\d+ errors? · )?(\d+|nothing) open$/.test(text), text);
  });

  it('says what the open document is', async () => {
    const shown = await access();
    const [file] = await vscode.workspace.findFiles('**/{soa,statement-of-applicability}*.{md,yaml}');
    const document = await vscode.workspace.openTextDocument(file ?? inWorkspace('aims.yaml'));
    await vscode.window.showTextDocument(document);
    // Asked for when the editor changes; coverage that is asked for anew tells when it is there.
    const wait = eventually(shown.onDidChange, () => shown.document()?.kind || undefined);
    await vscode.commands.executeCommand('aims.refresh');
    expectEqual(await wait, 'Statement of Applicability', 'kind');
  });
});

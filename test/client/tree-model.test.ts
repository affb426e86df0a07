import assert from 'node:assert/strict';
import { type ShownNode, TreeModel } from '../../client/views/tree-model';
import type { CoverageNode, RootCoverage } from '../../server/protocol';

const COUNTS = {
  errors: 0,
  warnings: 0,
  openControls: 0,
  controls: 0,
  openSystems: 0,
  systems: 0,
  reviewsDue: 0,
};

function node(id: string, given: Partial<CoverageNode> = {}, children: readonly CoverageNode[] = []): CoverageNode {
  const open = children.some((child) => child.open);
  const usual = { description: '', state: 'group', tooltip: '', place: undefined, action: undefined } as const;
  return { id, label: id, open, children, ...usual, ...given };
}

function root(name: string, ...sections: CoverageNode[]): RootCoverage {
  return { root: `file:///${name}`, name, tree: { sections, counts: COUNTS, foot: '' } };
}

function drawn(nodes: readonly ShownNode[]): string {
  return nodes.map(({ data, children }) => data.id + (children.length ? `(${drawn(children)})` : '')).join(' ');
}

const control = (id: string, description: string, open: boolean) =>
  node(`control/${id}`, { description, state: open ? 'none' : 'evidenced', open });

const controls = (...children: CoverageNode[]) => node('controls', {}, [node('group/A.6', {}, children)]);

describe('the tree of the coverage view', () => {
  it('shows the sections of the only root, and a node for each of several', () => {
    const model = new TreeModel();
    model.update([root('one', controls(control('A.6.2.4', 'none', true)))]);
    assert.equal(drawn(model.top), 'controls(group/A.6(control/A.6.2.4))');
    model.update([root('one', node('controls')), root('two', node('controls'))]);
    assert.equal(drawn(model.top), 'root(controls) root(controls)');
    assert.equal(model.find('file:///two', 'controls')?.parent?.data.label, 'two');
  });

  it('draws nothing anew where nothing looks different', () => {
    const model = new TreeModel();
    assert.equal(model.update([root('one', controls(control('A.6.2.4', 'none', true)))]), 'all');
    assert.deepEqual(model.update([root('one', controls(control('A.6.2.4', 'none', true)))]), []);
  });

  it('keeps the object of a node and draws only the one that changed', () => {
    const model = new TreeModel();
    model.update([root('one', controls(control('A.6.2.4', 'none', true), control('A.6.2.5', 'none', true)))]);
    const before = model.find('file:///one', 'control/A.6.2.4');
    const change = model.update([
      root('one', controls(control('A.6.2.4', 'drafted', true), control('A.6.2.5', 'none', true))),
    ]);
    assert.deepEqual(change, [before]);
    assert.equal(model.find('file:///one', 'control/A.6.2.4'), before);
    assert.equal(before?.data.description, 'drafted');
  });

  it('draws a node anew whose children come and go, and not those below it a second time', () => {
    const model = new TreeModel();
    model.update([root('one', controls(control('A.6.2.4', 'none', true)))]);
    const group = model.find('file:///one', 'group/A.6');
    const change = model.update([
      root('one', controls(control('A.6.2.4', 'drafted', true), control('A.6.2.5', 'none', true))),
    ]);
    assert.deepEqual(change, [group]);
    assert.equal(drawn(model.top), 'controls(group/A.6(control/A.6.2.4 control/A.6.2.5))');
  });

  it('shows only what is open', () => {
    const model = new TreeModel();
    model.update([root('one', controls(control('A.6.2.4', 'none', true), control('A.6.2.5', 'good', false)))]);
    model.show({ openOnly: true, text: '' });
    assert.equal(drawn(model.top), 'controls(group/A.6(control/A.6.2.4))');
    model.show({ openOnly: false, text: '' });
    assert.equal(drawn(model.top), 'controls(group/A.6(control/A.6.2.4 control/A.6.2.5))');
  });

  it('finds a text in names and states, with all below what is found', () => {
    const model = new TreeModel();
    model.update([
      root(
        'one',
        controls(control('A.6.2.4', 'drafted', true), control('A.6.2.5', 'approved', false)),
        node('systems'),
      ),
    ]);
    model.show({ openOnly: false, text: 'Drafted' });
    assert.equal(drawn(model.top), 'controls(group/A.6(control/A.6.2.4))');
    model.show({ openOnly: false, text: 'group/' });
    assert.equal(drawn(model.top), 'controls(group/A.6(control/A.6.2.4 control/A.6.2.5))');
    model.show({ openOnly: true, text: 'group/' });
    assert.equal(drawn(model.top), 'controls(group/A.6(control/A.6.2.4))');
    model.show({ openOnly: false, text: 'nowhere' });
    assert.equal(drawn(model.top), '');
  });

  it('bears ids that the server repeats', () => {
    const model = new TreeModel();
    model.update([root('one', node('a', {}, [node('same'), node('same')]), node('b', {}, [node('same')]))]);
    const keys = [...model.all()].map(({ key }) => key);
    assert.equal(new Set(keys).size, 5);
    assert.equal(model.find('file:///one', 'same')?.parent?.data.id, 'a');
  });
});

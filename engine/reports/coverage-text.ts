import { coverageTree } from '../coverage/tree';
import type { CoverageNode } from '../coverage/tree-node';
import type { Snapshot } from '../workspace/snapshot';
import type { Paint } from './check-text';

/** `aims coverage` for people: what the coverage view shows, as an indented list with reasons. */
export function coverageText(snapshot: Snapshot, paint: Paint): string {
  const tree = coverageTree(snapshot);
  const lines: string[] = [];
  const add = (node: CoverageNode, depth: number): void => {
    const indent = '  '.repeat(depth);
    const words =
      node.description === ''
        ? ''
        : `  ${paint(node.description, node.open && node.state !== 'group' ? 'yellow' : 'dim')}`;
    lines.push(`${indent}${depth === 0 ? paint(node.label, 'bold') : node.label}${words}`);
    if (node.open && node.children.length === 0) {
      for (const line of node.tooltip.split('\n').slice(1)) lines.push(paint(`${indent}    ${line}`, 'dim'));
    }
    for (const child of node.children) add(child, depth + 1);
  };
  for (const section of tree.sections) {
    if (lines.length > 0) lines.push('');
    add(section, 0);
  }
  lines.push('', tree.foot);
  return `${lines.join('\n')}\n`;
}

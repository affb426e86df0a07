import type { Block, Piece } from '../parse/block';
import { readPlainYaml } from '../parse/plain-yaml';
import { parseYaml, type YamlNode } from '../parse/yaml';
import { FACT, FactList } from './fact-list';

/** The facts of a piece of YAML: its tree, and the comments that speak to us. */
export function yamlBlock(piece: Piece): Block {
  // What is plain has no comment either: a comment is only read by the library.
  const plain = readPlainYaml(piece.text);
  if (!plain) return libraryYamlBlock(piece);
  const list = new FactList();
  addTree(list, plain, -1);
  return list.block(piece, piece.kind, piece.text);
}

/** The same, read by the library alone: what the faster way has to equal. */
export function libraryYamlBlock(piece: Piece): Block {
  const list = new FactList();
  const { root, problems } = parseYaml(piece.text);
  if (root) addTree(list, root, -1);
  for (const match of piece.text.matchAll(/(?:^|\s)#[ \t]*(aims-ignore\b[^\r\n]*)/g)) {
    const start = match.index + match[0].indexOf('#');
    list.add(-1, FACT.comment, match[1] ?? '', [start, start, start, match.index + match[0].length]);
  }
  return list.block(piece, piece.kind, piece.text, problems);
}

function addTree(list: FactList, node: YamlNode, parent: number): void {
  for (const entry of node.entries) {
    const { keyStart, keyEnd, node: child } = entry;
    const index = list.add(parent, entry.key, child.value, [keyStart, keyEnd, child.start, child.end]);
    if (child.type !== 'scalar') addTree(list, child, index);
  }
}

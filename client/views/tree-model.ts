import type { CoverageNode, RootCoverage } from '../../server/protocol';

/** A node as the view holds it. The object stays the same while the server's node keeps its id, so that what is open,
 *  selected and scrolled to in the view stays as it is. */
export interface ShownNode {
  /** Unique in the whole view. */
  readonly key: string;
  /** URI of the root it belongs to. */
  readonly root: string;
  readonly parent: ShownNode | undefined;
  readonly depth: number;
  readonly data: CoverageNode;
  /** Those that the filter lets through. */
  readonly children: readonly ShownNode[];
}

/** What of the tree is shown. */
export interface TreeFilter {
  /** Only where somebody has something to do. */
  readonly openOnly: boolean;
  /** Only what has this text in its label or description, with all below it; empty for everything. */
  readonly text: string;
}

/** What has to be drawn anew: everything, or some nodes with what is below them. */
export type TreeChange = 'all' | readonly ShownNode[];

type Held = { -readonly [Key in keyof ShownNode]: ShownNode[Key] };

/** The tree of all roots as the view shows it: filtered, with lasting identities, and with the difference after an update. */
export class TreeModel {
  #coverage: readonly RootCoverage[] = [];
  #filter: TreeFilter = { openOnly: false, text: '' };
  #nodes = new Map<string, Held>();
  #byId = new Map<string, ShownNode>();
  #top: readonly ShownNode[] = [];

  /** The sections of the only root; with several roots, one node for each. */
  get top(): readonly ShownNode[] {
    return this.#top;
  }

  get filter(): TreeFilter {
    return this.#filter;
  }

  /** Takes new coverage and returns what has to be drawn anew; an empty list where it looks the same. */
  update(coverage: readonly RootCoverage[]): TreeChange {
    this.#coverage = coverage;
    return this.#rebuild();
  }

  /** Shows more or less of the same coverage. */
  show(filter: TreeFilter): TreeChange {
    this.#filter = filter;
    return this.#rebuild();
  }

  /** The node that shows an id of a root; undefined where there is none, or the filter hides it. */
  find(root: string, id: string): ShownNode | undefined {
    return this.#byId.get(idKey(root, id));
  }

  /** Every node that is shown, in order. */
  all(): Iterable<ShownNode> {
    return this.#nodes.values();
  }

  #rebuild(): TreeChange {
    const before = this.#nodes;
    const topBefore = this.#top;
    this.#nodes = new Map();
    this.#byId = new Map();
    const changed: ShownNode[] = [];

    const build = (data: CoverageNode, root: string, key: string, parent: Held | undefined, matched: boolean): Held => {
      const old = before.get(key);
      const node: Held = old ?? { key, root, parent, depth: (parent?.depth ?? -1) + 1, data, children: [] };
      const looksTheSame = old !== undefined && sameLook(old.data, data);
      this.#nodes.set(key, node);
      if (!this.#byId.has(idKey(root, data.id))) this.#byId.set(idKey(root, data.id), node);
      node.parent = parent;
      node.depth = (parent?.depth ?? -1) + 1;
      node.data = data;
      // Noted before its children, so that those it brings along are known.
      if (old && !looksTheSame) changed.push(node);
      const whole = matched || this.#matches(data);
      const children = keyed(key, data.children)
        .filter(([, child]) => this.#shows(child, whole))
        .map(([childKey, child]) => build(child, root, childKey, node, whole));
      if (old && looksTheSame && !sameList(old.children, children)) changed.push(node);
      node.children = children;
      return node;
    };

    const several = this.#coverage.length > 1;
    this.#top = this.#coverage.flatMap(({ root, name, tree }) => {
      if (several) {
        const data = rootNode(name, tree.sections);
        return this.#shows(data, false) ? [build(data, root, root, undefined, false)] : [];
      }
      return keyed(root, tree.sections)
        .filter(([, section]) => this.#shows(section, false))
        .map(([key, section]) => build(section, root, key, undefined, false));
    });
    if (!sameList(topBefore, this.#top)) return 'all';
    return withoutDescendants(changed);
  }

  #matches({ label, description }: CoverageNode): boolean {
    const text = this.#filter.text.toLowerCase();
    return text !== '' && `${label} ${description}`.toLowerCase().includes(text);
  }

  /** Whether a node, or anything below it, is to be seen. `matched`: something above it has the text. */
  #shows(node: CoverageNode, matched: boolean): boolean {
    const hasText = matched || this.#filter.text === '' || this.#matches(node);
    if (hasText && (node.open || !this.#filter.openOnly)) return true;
    return node.children.some((child) => this.#shows(child, matched || this.#matches(node)));
  }
}

const idKey = (root: string, id: string) => `${root}\n${id}`;

/** Gives each child its key; where the server repeats an id among siblings, the later ones are numbered. */
function keyed(parent: string, children: readonly CoverageNode[]): [string, CoverageNode][] {
  const seen = new Map<string, number>();
  return children.map((child) => {
    const count = seen.get(child.id) ?? 0;
    seen.set(child.id, count + 1);
    return [`${parent}\n${child.id}${count ? `\t${count}` : ''}`, child];
  });
}

function rootNode(name: string, sections: readonly CoverageNode[]): CoverageNode {
  const open = sections.some((section) => section.open);
  const empty = { description: '', state: 'group', tooltip: '', place: undefined, action: undefined } as const;
  return { id: 'root', label: name, open, children: sections, ...empty };
}

function sameLook(one: CoverageNode, other: CoverageNode): boolean {
  return (
    one.label === other.label &&
    one.description === other.description &&
    one.state === other.state &&
    one.tooltip === other.tooltip &&
    one.open === other.open &&
    one.place?.path === other.place?.path &&
    one.place?.line === other.place?.line &&
    one.place?.character === other.place?.character &&
    one.action?.action === other.action?.action &&
    one.action?.title === other.action?.title
  );
}

function sameList(one: readonly ShownNode[], other: readonly ShownNode[]): boolean {
  return one.length === other.length && one.every((node, index) => node === other[index]);
}

/** A node that is drawn anew brings everything below it along. */
function withoutDescendants(nodes: readonly ShownNode[]): readonly ShownNode[] {
  const all = new Set(nodes);
  const covered = (node: ShownNode | undefined): boolean =>
    node !== undefined && (all.has(node) || covered(node.parent));
  return nodes.filter((node) => !covered(node.parent));
}

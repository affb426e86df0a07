/** A grade or state as an icon shows it; the label says it in words as well. */
export type NodeState =
  | 'evidenced'
  | 'approved'
  | 'drafted'
  | 'template'
  | 'none'
  | 'stale'
  | 'excluded'
  | 'unknown'
  | 'current'
  | 'draft'
  | 'missing'
  | 'suspect'
  | 'overdue'
  | 'not-due'
  | 'out-of-scope'
  | 'retired'
  | 'in-force'
  | 'in-review'
  | 'superseded'
  | 'recorded'
  | 'due'
  | 'group';

/** A place in a file of the root: path relative to the root, UTF-16 offsets turned into zero-based lines and characters. */
export interface NodePlace {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** What a node offers to do next; the client runs it, the server computes its edits. */
export interface NodeAction {
  /** What the button says, such as `Insert the row`. */
  readonly title: string;
  /** Names the action for the server: `insert-row A.6.2.4`, `create-assessment AIS-001`, `create-evidence A.6.2.4`. */
  readonly action: string;
}

/** A node of the coverage view, and of `aims coverage` in words. */
export interface CoverageNode {
  /** Stable within a root: `control/A.6.2.4`, `system/AIS-001`, `clause/6.1.3`, `document/policies/ai-policy.md`. */
  readonly id: string;
  readonly label: string;
  /** The grade in words and, for groups, counts; shown dimmed behind the label. */
  readonly description: string;
  readonly state: NodeState;
  /** Why it has this grade, and the next best action; plain text, lines. */
  readonly tooltip: string;
  /** True where somebody still has something to do: what "open only" shows. */
  readonly open: boolean;
  /** Where the grade is decided; undefined for groups. */
  readonly place: NodePlace | undefined;
  readonly action: NodeAction | undefined;
  readonly children: readonly CoverageNode[];
}

/** The view of one root: its sections, and the counts for the status bar. */
export interface CoverageTree {
  readonly sections: readonly CoverageNode[];
  readonly counts: {
    readonly errors: number;
    readonly warnings: number;
    /** Controls whose grade asks for something. */
    readonly openControls: number;
    readonly controls: number;
    /** Systems in scope without a current assessment although one is due. */
    readonly openSystems: number;
    readonly systems: number;
    readonly reviewsDue: number;
  };
  /** `This report describes what the repository shows. …` */
  readonly foot: string;
}

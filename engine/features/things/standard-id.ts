import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import { readClauseId, readControlId } from '../../kinds/control-id';
import type { DocumentRecord, Row } from '../../kinds/record';
import { controlFramework } from '../../workspace/references';
import type { WorkspaceView } from '../../workspace/workspace-view';
import type { Meaning } from './thing';

/** Says which control, clause or group of our framework an id in a document means, if any. */
export class StandardIds {
  readonly #view: WorkspaceView;
  readonly #document: DocumentRecord;
  readonly #headings: readonly { readonly block: number; readonly framework: string }[];
  #usual: string | undefined;

  constructor(view: WorkspaceView, document: DocumentRecord) {
    this.#view = view;
    this.#document = document;
    this.#headings = document.sections.flatMap(({ title, block }) => {
      const match = /\b(42001|27001)\b/.exec(title);
      return match ? [{ block, framework: `iso-${match[1]}` }] : [];
    });
  }

  /** The meaning of an id that is written as `A.6.2.4`, `Annex A 6.2.4`, `Clause 6.1.3` or, with `bare`, `6.1.3`. */
  read(written: string, block: number, row: Row | undefined, column: string, bare: boolean): Meaning | undefined {
    const { catalogue } = this.#view;
    const control = readControlId(written);
    if (/^A\.\d/.test(control.id)) {
      if (!this.#isOurs(control.framework, block, row, column)) return undefined;
      if (catalogue.controls.has(control.id)) return { is: 'control', id: control.id, row };
      const group = catalogue.groups.some(
        ({ id, subgroups }) => id === control.id || subgroups?.some((inner) => inner.id === control.id),
      );
      return group ? { is: 'group', id: control.id, row } : undefined;
    }
    const clause = readClauseId(written);
    if (!catalogue.clauses.has(clause) || (!bare && !isNamedClause(written))) return undefined;
    const framework = /\b(42001|27001)\b/.exec(written)?.[1];
    if (!this.#isOurs(framework && `iso-${framework}`, block, row, column)) return undefined;
    return { is: 'clause', id: clause, row };
  }

  /** Design: the framework of an id is decided by the id, the row, the column, the heading, the document, `aims.yaml`. */
  #isOurs(explicit: string | undefined, block: number, row: Row | undefined, column: string): boolean {
    const named = /\b(42001|27001)\b/.exec(column)?.[1];
    const own = row?.entity === 'control-decision' ? row.framework : '';
    const heading = this.#headings.filter((entry) => entry.block <= block).pop()?.framework;
    const framework =
      explicit ?? (own !== '' && own !== 'own' ? own : undefined) ?? (named && `iso-${named}`) ?? heading;
    return (framework ?? this.#documentFramework()) === HOME_FRAMEWORK;
  }

  #documentFramework(): string {
    this.#usual ??= controlFramework(this.#document, this.#view, NO_ITEM);
    return this.#usual;
  }
}

const NO_ITEM = { text: '', value: '', at: { block: 0, fact: 0 }, link: undefined, parts: new Map() } as const;

/** `§ 6` and "clause 12" of a contract are no clauses of ours: without the standard's name the number needs a dot. */
function isNamedClause(written: string): boolean {
  if (/42001/.test(written)) return true;
  return /^(?:clauses?|cl\.|§)/i.test(written.trim()) && /\d\.\d/.test(written);
}

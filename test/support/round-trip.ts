import type { Snapshot } from '../../engine/engine';
import { chooseSheet } from '../../engine/features/import/choose-sheet';
import { csvSheet } from '../../engine/features/import/csv-sheet';
import { type ImportPlan, planImport } from '../../engine/features/import/import-plan';
import type { SourceSheet } from '../../engine/features/import/source-sheet';
import type { Entity } from '../../engine/kinds/kind';
import type { FieldValue, MapValue, Row } from '../../engine/kinds/record';
import { workspaceOf } from './memory-workspace';

/** What a row says, field by field, without what differs between Markdown and YAML: markup, and empty fields. */
export function rowFacts(row: Row): Record<string, unknown> {
  const fields = [...row.fields].filter(([, field]) => says(field)).map(([name, field]) => [name, fieldFacts(field)]);
  return Object.fromEntries(fields.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)));
}

function says({ state, text, map }: FieldValue): boolean {
  return (
    state !== 'empty' || (text.trim() !== '' && !/^[-–—]+$/.test(text.trim())) || Object.keys(map ?? {}).length > 0
  );
}

function fieldFacts({ definition, text, value, items, state, map, problem }: FieldValue): unknown {
  const several = definition.list === true;
  const typed = definition.type === 'date' || definition.type === 'enum' || definition.type === 'boolean';
  return {
    state,
    value,
    problem,
    map: map as MapValue | undefined,
    // A readable date, word or list counts by its values; everything else word for word.
    text: several || (typed && problem === undefined) ? undefined : plain(text),
    items: items.map((item) => ({
      text: typed && problem === undefined ? undefined : plain(item.text),
      value: item.value,
      parts: Object.fromEntries([...item.parts].map(([key, part]) => [key, part.text])),
    })),
  };
}

/** Words without the marks of Markdown, and links by their words: their addresses are compared as values. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1')
    .replace(/[*_`]/g, '');
}

/** Every row about something, as the folder has it. */
export function factsOf(snapshot: Snapshot, entity: Entity): Record<string, unknown>[] {
  return snapshot.view.documents
    .filter(({ status }) => status !== 'template' && status !== 'retired')
    .flatMap((document) => {
      const rows = document.rows.filter((row) => row.entity === entity);
      return document.kind.single === entity && rows.length === 0 ? [document.metadata] : rows;
    })
    .map(rowFacts);
}

/** An import of sheets into a folder with nothing in it, without a command line around it. */
export function importInto(
  sheets: readonly SourceSheet[],
  wish: {
    readonly path?: string;
    readonly as?: string;
    readonly sheet?: string;
    readonly told?: [string, string][];
  } = {},
): { readonly plan: ImportPlan; readonly snapshot: Snapshot } {
  const { snapshot: empty } = workspaceOf(new Map());
  const { path = 'source.csv', as, sheet, told = [] } = wish;
  const header = chooseSheet(sheets, empty.view.kinds, { path, as, sheet, told });
  const plan = planImport(empty, header, path);
  return { plan, snapshot: workspaceOf(new Map([[plan.path, plan.text]])).snapshot };
}

/** The same with a CSV text. */
export function importCsv(text: string, wish: Parameters<typeof importInto>[1] = {}): ReturnType<typeof importInto> {
  return importInto([csvSheet(text)], wish);
}

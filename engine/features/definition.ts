import { HOME_FRAMEWORK } from '../catalogue/catalogue';
import type { DocumentRecord, Row } from '../kinds/record';
import type { Place } from '../workspace/finding';
import { definedId, foldId } from '../workspace/names';
import { onField, onFile, onRow } from '../workspace/places';
import type { WorkspaceState } from '../workspace/snapshot';
import type { WorkspaceView } from '../workspace/workspace-view';
import { thingAt } from './cursor';
import type { Meaning } from './things/thing';

/** Where what stands at an offset is defined; a standard's id leads to what this workspace says of it. */
export function definition(state: WorkspaceState, path: string, offset: number): readonly Place[] {
  const thing = thingAt(state, path, offset);
  if (!thing) return [];
  const places = placesOf(state.view, thing.meaning);
  const here = (place: Place): boolean => {
    const found = state.locate(place);
    return found.path === path && found.span.start <= offset && offset <= found.span.end;
  };
  const { meaning } = thing;
  // From the row that decides a control one goes on to the documents that serve it.
  if (meaning.is === 'control' && places.some(here)) return servingPlaces(state.view, 'controls', meaning.id);
  return places;
}

/** The places a meaning leads to, best first. */
export function placesOf(view: WorkspaceView, meaning: Meaning): readonly Place[] {
  switch (meaning.is) {
    case 'control': {
      const rows = view.decisions(HOME_FRAMEWORK).filter((row) => foldId(row.id) === foldId(meaning.id));
      if (rows.length > 0) return rows.map((row): Place => onRow(row));
      return servingPlaces(view, 'controls', meaning.id);
    }
    case 'clause':
      return clausePlaces(view, meaning.id);
    case 'named': {
      const { row, id } = meaning.named;
      // An id that is given twice leads to both, the one meant first.
      const others = meaning.defines ? [] : view.names.byId(id).filter((named) => named.row !== row);
      return [namedPlace(row), ...others.map((named) => namedPlace(named.row))];
    }
    case 'path':
      return [pathPlace(meaning)];
    default:
      return [];
  }
}

/** Where a row says its id; some rows stand under what they are about and have the id beside it. */
function namedPlace(row: Row): Place {
  return definedId(row) === '' ? onRow(row) : onField(row, 'id');
}

function servingPlaces(view: WorkspaceView, field: 'controls' | 'clauses', id: string): Place[] {
  return view.documentsServing(field, id).map((document): Place => servingPlace(document, field, id));
}

function servingPlace(document: DocumentRecord, field: 'controls' | 'clauses', id: string): Place {
  const row = document.metadata;
  const item = row.fields.get(field)?.items.find((each) => foldId(each.value) === foldId(id));
  return item ? onField(row, field, item) : onFile(document.path);
}

/** The documents that serve a clause: those that name it, then those whose kind serves it. */
function clausePlaces(view: WorkspaceView, number: string): Place[] {
  const naming = view.documentsServing('clauses', number);
  const kinds = view.catalogue.clauses.get(number)?.kinds ?? [];
  const others = view.documentsOf(...kinds).filter((document) => !naming.includes(document));
  return [
    ...naming.map((document) => servingPlace(document, 'clauses', number)),
    ...others.map((document): Place => onRow(document.metadata)),
  ];
}

function pathPlace({ path, fragment, document, row }: Extract<Meaning, { is: 'path' }>): Place {
  if (row) return onRow(row);
  const slug = fragment.toLowerCase();
  const section = fragment === '' ? undefined : document?.sections.find((other) => other.slug === slug);
  return document && section ? { on: 'section', document, section } : onFile(path);
}

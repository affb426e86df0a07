import type { Row } from '../../kinds/record';
import { isBlank, rowsAbout, rowsNamed } from '../../workspace/document-rows';
import { isActiveInUse, namedSystemIds } from '../../workspace/named-systems';
import { filledText, foldId, isFilled, valuesOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/supplier-missing',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['A.10.3'],
  messages: {
    found:
      'Your organisation only uses {system}, but nothing says who delivers it. Name the supplier, or, if you made the system yourselves, say so in its roles (A.10.3).',
    noRegister:
      'Your organisation only uses {system}, but nothing says who delivers it, and there is no register of suppliers yet. Begin one, or, if you made the system yourselves, say so in its roles (A.10.3).',
  },
  *check(document, view) {
    if (view.incompleteWith('supplier') || view.incompleteWith('model')) return;
    const named = namedSystemIds(view, view.rows('supplier'));
    if (named.has('all')) return;
    const registered = view.documentsOf('supplier-register').length > 0 || view.rows('supplier').length > 0;
    for (const system of rowsAbout(document, 'system')) {
      if (!isActiveInUse(system) || !isBlank(system, 'suppliers') || !isOnlyUsed(system)) continue;
      if (rowsNamed(view, system, 'models').some(saysItsMaker) || named.has(foldId(system.id))) continue;
      yield {
        at: onField(system, 'suppliers'),
        message: registered ? 'found' : 'noRegister',
        data: { system: rowName(system) },
        severity: registered ? 'warning' : 'information',
      };
    }
  },
});

function isOnlyUsed(system: Row): boolean {
  const roles = valuesOf(system, 'roles');
  return roles.length > 0 && roles.every((role) => role === 'deployer' || role === 'user');
}

const IN_HOUSE =
  /\b(?:in-?house|own (?:work|development|model|training)|(?:self|internally|home)-?[ -]?(?:built|developed|made|trained)|(?:built|developed|made|trained|written) (?:here|by us|by ourselves|by our|internally|in our)|eigenentwicklung|eigene (?:entwicklung|arbeit)|selbst (?:entwickelt|trainiert|gebaut)|intern(?:e)? (?:entwickelt|entwicklung)|développée? en interne|interne propre|desarroll(?:o propio|ado internamente)|eigen ontwikkeling|zelf (?:ontwikkeld|gebouwd))\b|自社開発/iu;

/** A model that names its supplier, or was made here, leaves nothing open. */
function saysItsMaker(model: Row): boolean {
  return isFilled(model, 'supplier') || IN_HOUSE.test(filledText(model, 'provenance'));
}

import { defineKind } from '../define-kind';

/** What the management system covers and what not (4.3). */
export default defineKind({
  kind: 'aims-scope',
  title: 'Scope of the AI management system',
  class: 'governing',
  purpose: 'Draws the line: which sites, activities, AI systems and roles the management system covers, and which not.',
  clauses: ['4.3'],
  controls: [],
  oneOf: true,
  fields: [
    { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['ai systems', 'ai systems in scope', 'systems in scope', 'ki-systeme', 'systèmes', 'sistemas', 'ai-systemen', '対象システム'], help: 'The AI systems covered, if you list them here. A reference to the inventory is just as good.' },
  ],
  rows: [],
  sections: [
    { id: 'boundaries', title: 'What is covered', synonyms: ['what is inside', 'inside the scope', 'in scope', 'boundaries', 'boundary', 'scope statement', 'scope of the', 'scope definition', 'included', 'coverage', 'ai systems', 'organisational scope', 'organizational scope', 'geltungsbereich', 'anwendungsbereich', 'grenzen', 'umfang', 'périmètre', 'domaine d’application', 'limites', 'alcance', 'límites', 'toepassingsgebied', 'afbakening', 'reikwijdte', '適用範囲'], help: 'Which sites, units, activities, AI systems and roles towards AI are covered?' },
    { id: 'exclusions', title: 'What is not covered, and why', synonyms: ['what is outside', 'outside the scope', 'exclusions', 'exclusion', 'excluded', 'out of scope', 'not in scope', 'ausschlüsse', 'ausgeschlossen', 'nicht im geltungsbereich', 'abgrenzung', 'exclusions du', 'hors périmètre', 'exclusiones', 'excluido', 'uitsluitingen', 'uitgesloten', 'buiten scope', '除外', '適用除外'], help: 'What is left out, and for what reason? If nothing is, say so.' },
    { id: 'interfaces', title: 'Interfaces and dependencies', synonyms: ['interfaces', 'dependencies', 'interface', 'related management systems', 'third parties', 'external parties', 'schnittstellen', 'abhängigkeiten', 'interfaces et dépendances', 'dépendances', 'interfaces y dependencias', 'dependencias', 'raakvlakken', 'afhankelijkheden', 'インターフェース'], help: 'Where does it meet other management systems, suppliers and customers, and who hands over what?' },
  ],
  shape: {
    titles: [/\bscope\b.*\b(?:AIMS|AI management system|artificial intelligence management system)\b/i, /\b(?:AIMS|AI management system)\b.*\bscope\b/i, /(?:Geltungs|Anwendungs)bereich.*(?:KI-Managementsystem|KIMS|AIMS)/i, /(?:KI-Managementsystem|KIMS|AIMS).*(?:Geltungs|Anwendungs)bereich/i, /(?:périmètre|domaine d['’]application).*(?:AIMS|SMIA|système de management de l['’]IA)/i, /alcance.*(?:AIMS|SGIA|sistema de gestión de (?:la )?IA)/i, /toepassingsgebied.*(?:AIMS|AI-managementsysteem)/i, /AIマネジメントシステムの適用範囲/],
    fileNames: [/(?:^|-)(?:aims|ai-management-system)-scope(?:$|[-.])/i, /^scope-of-the-(?:aims|ai)/i, /(?:^|-)scope-statement(?:$|[-.])/i, /(?:aims|kims)-geltungsbereich/i],
  },
});

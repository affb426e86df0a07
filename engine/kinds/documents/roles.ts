import { defineKind } from '../define-kind';

/** Who answers for what (5.3, A.3.2). */
export default defineKind({
  kind: 'roles',
  title: 'Roles and responsibilities',
  class: 'governing',
  purpose: 'Says who answers for what in the management system and for AI, by name and with a deputy.',
  clauses: ['5.3'],
  controls: ['A.3.2'],
  fields: [],
  rows: [
    {
      entity: 'role',
      list: 'roles',
      listSynonyms: ['responsibilities', 'raci', 'rollen', 'rôles', 'funciones'],
      title: 'role',
      identity: 'role',
      fields: [
        { name: 'id', type: 'id', synonyms: ['role id', 'rollen-id', 'nr', 'no', 'identifiant', 'identificador', '番号'], help: 'A short name for the role, if you use one.' },
        { name: 'role', type: 'text', requiredFrom: 'draft', synonyms: ['role name', 'function', 'position', 'job title', 'unit', 'role / function', 'rolle', 'funktion', 'rôle', 'fonction', 'rol', 'función', 'cargo', 'functie', '役割', '役職'], help: 'The role as other documents call it, such as AI governance lead.' },
        { name: 'responsibilities', type: 'text', requiredFrom: 'draft', synonyms: ['responsibility', 'key responsibilities', 'responsibilities and authorities', 'responsibilities and authority', 'authority', 'authorities', 'duties', 'tasks', 'accountabilities', 'role in aims', 'verantwortlichkeiten', 'verantwortung', 'aufgaben', 'befugnisse', 'responsabilités', 'attributions', 'responsabilidades', 'verantwoordelijkheden', 'taken', '責任', '責任と権限'], help: 'What the role does and what it may decide.' },
        { name: 'holder', type: 'text', synonyms: ['name', 'held by', 'person', 'named person', 'assigned to', 'assignee', 'incumbent', 'role holder', 'inhaber', 'rolleninhaber', 'besetzt durch', 'titulaire', 'nom', 'titular', 'nombre', 'houder', 'vervuld door', 'naam', '担当者', '氏名'], help: 'Who holds the role today.' },
        { name: 'deputy', type: 'text', synonyms: ['backup', 'back-up', 'substitute', 'alternate', 'coverage / backup', 'stellvertreter', 'stellvertretung', 'vertretung', 'suppléant', 'remplaçant', 'suplente', 'sustituto', 'plaatsvervanger', 'vervanger', '代理'], help: 'Who stands in. Write acting if the deputy fills a vacant role.' },
        { name: 'reports_to', type: 'text', synonyms: ['reports to', 'reporting line', 'berichtet an', 'rattaché à', 'reporta a', 'rapporteert aan', '報告先'], help: 'To whom the role reports.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\broles(?:,| and| &)(?: accountabilities,?| responsibilities| authorities)/i, /\b(?:AI|AIMS)(?: governance)? (?:roles|RACI)\b/i, /^RACI\b/, /Rollen und Verantwortlichkeiten|Rollen und Verantwortungen/i, /rôles et responsabilités/i, /(?:roles|funciones) y responsabilidades/i, /rollen en verantwoordelijkheden/i, /役割(?:と|及び)責任/],
    fileNames: [/(?:^|-)roles-(?:and-)?responsibilities(?:$|[-.])/i, /(?:^|-)(?:ai|aims)(?:-governance)?-(?:roles|raci)(?:$|[-.])/i, /rollen-und-verantwort/i],
  },
});

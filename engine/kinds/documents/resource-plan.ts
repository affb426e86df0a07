import { defineKind } from '../define-kind';

/** The people, money, tools and time for the management system (7.1). */
export default defineKind({
  kind: 'resource-plan',
  title: 'Resource plan',
  class: 'governing',
  purpose: 'Says which people, money, tools and time the management system gets.',
  clauses: ['7.1'],
  controls: [],
  fields: [],
  rows: [],
  sections: [
    {
      id: 'resources',
      title: 'Resources',
      synonyms: [
        'resources provided',
        'resource needs',
        'resource requirements',
        'people',
        'staffing',
        'budget',
        'ressourcen',
        'mittel und',
        'personal und',
        'ressources',
        'recursos',
        'middelen',
        '必要な資源',
        '資源計画',
      ],
      help: 'Which people, money, tools and time are planned, and who answers for each?',
    },
  ],
  shape: {
    titles: [
      /\bresource plan\b.*\b(?:AI|AIMS|management system)\b/i,
      /\b(?:AI|AIMS)(?: management system)? resource plan\b/i,
      /^resource plan\b/i,
      /Ressourcenplan/i,
      /plan (?:de|des) ressources/i,
      /plan de recursos/i,
      /middelenplan/i,
    ],
    fileNames: [/(?:^|-)resource-plan(?:$|[-.])/i, /ressourcenplan/i],
  },
});

import { defineKind } from '../define-kind';

/** What counts as which risk, and what is acceptable (6.1.1). */
export default defineKind({
  kind: 'risk-criteria',
  title: 'AI risk criteria',
  class: 'governing',
  purpose: 'Fixes the levels of risk, what they mean and which of them the organisation accepts, so that two people rate a risk alike.',
  clauses: ['6.1.1'],
  controls: [],
  oneOf: true,
  fields: [
    { name: 'levels', type: 'text', list: true, requiredFrom: 'approved', synonyms: ['risk levels', 'level', 'scale', 'risk scale', 'rating scale', 'risikostufen', 'stufen', 'niveaux', 'niveaux de risque', 'niveles', 'niveles de riesgo', 'niveaus', 'risiconiveaus', 'リスクレベル'], help: 'The levels of risk from lowest to highest, such as low, medium, high, critical. The risk register then uses only these words.' },
    { name: 'acceptable', type: 'text', list: true, requiredFrom: 'approved', synonyms: ['acceptable levels', 'acceptable risk', 'accepted levels', 'acceptance threshold', 'risk appetite', 'acceptance criteria', 'akzeptabel', 'akzeptable stufen', 'risikoappetit', 'acceptables', 'risque acceptable', 'aceptable', 'aceptables', 'aanvaardbaar', 'acceptabel', '受容可能'], help: 'The levels that may stay without treatment.' },
    { name: 'likelihood', type: 'text', list: true, synonyms: ['likelihood scale', 'probability', 'probability scale', 'likelihood levels', 'wahrscheinlichkeit', 'eintrittswahrscheinlichkeit', 'vraisemblance', 'probabilité', 'probabilidad', 'waarschijnlijkheid', '起こりやすさ'], help: 'The steps of likelihood from lowest to highest, if you rate it on its own.' },
    { name: 'impact', type: 'text', list: true, synonyms: ['impact scale', 'consequence', 'consequences', 'severity', 'severity scale', 'impact levels', 'auswirkung', 'schadenshöhe', 'schwere', 'gravité', 'impacto', 'gravedad', 'ernst', '影響度'], help: 'The steps of impact from lowest to highest, if you rate it on its own.' },
  ],
  rows: [],
  sections: [],
  shape: {
    titles: [/\brisk (?:acceptance |assessment |evaluation )?criteria\b/i, /\brisk appetite(?: statement)?\b/i, /Risiko(?:akzeptanz)?kriterien/i, /critères (?:de|d['’]acceptation (?:des|du)) risque/i, /criterios de (?:aceptación de )?riesgos?/i, /risicocriteria/i, /リスク(?:受容)?基準/],
    fileNames: [/(?:^|-)risk-(?:acceptance-|assessment-|evaluation-)?criteria(?:$|[-.])/i, /(?:^|-)risk-appetite(?:$|[-.])/i, /risiko(?:akzeptanz)?kriterien/i],
  },
});

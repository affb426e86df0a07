/** Words that fill a justification without saying anything about the organisation that wrote it, by language. */
export interface StockPhrases {
  /** Whole values that give no reason. */
  readonly whole: readonly string[];
  /** Whole values that give no reason either, unless the row names the risk, law or contract they speak of. */
  readonly unlessNamed: readonly string[];
  /** Beginnings after which the reason itself follows: only what comes after them is judged. */
  readonly leads: readonly string[];
}

/** Stock phrases in the languages we read. Only a value that is nothing else counts; a short reason is a reason. */
export const STOCK_PHRASES: Readonly<Record<string, StockPhrases>> = {
  en: {
    whole: [
      'applicable', 'applies', 'this control applies', 'this control is applicable', 'control is applicable', 'the control is applicable', 'applicable to the organization',
      'applicable to the organisation', 'applicable to our organization', 'applicable to our organisation', 'applicable to the aims', 'in scope', 'included', 'yes', 'relevant',
      'control is relevant', 'required', 'required control', 'is required', 'mandatory', 'mandatory control', 'obligatory', 'needed', 'necessary', 'required by the standard', 'required by standard',
      'required by iso 42001', 'required by iso/iec 42001', 'required by iso/iec 42001:2023', 'required by annex a', 'mandatory per iso 42001', 'mandatory per the standard',
      'standard requirement', 'iso 42001 requirement', 'iso requirement', 'baseline control', 'core control', 'best practice', 'good practice', 'industry best practice',
      'industry standard', 'for compliance', 'compliance', 'compliance requirement', 'to ensure compliance', 'to comply with iso 42001', 'for certification', 'needed for certification',
      'not applicable', 'control is not applicable', 'this control is not applicable', 'this control does not apply', 'does not apply', 'not relevant', 'not in scope', 'out of scope',
      'not required', 'not needed', 'not necessary', 'excluded', 'no', 'not applicable to us', 'not applicable to the organization', 'not applicable to the organisation',
      'not applicable to our organization', 'not applicable to our organisation', 'as required', 'as applicable', 'where applicable', 'see above', 'same as above', 'same', 'ditto', 'various', 'see comments', 'standard',
      'implemented', 'in place', 'done', 'general', 'self-explanatory', 'self explanatory', 'obvious', 'management decision',
    ],
    unlessNamed: [
      'risk', 'risk treatment', 'risk assessment', 'result of the risk assessment', 'result of risk assessment', 'based on risk assessment', 'based on the risk assessment',
      'as per risk assessment', 'per risk assessment', 'identified in the risk assessment', 'identified in risk assessment', 'to mitigate risk', 'to mitigate risks', 'to reduce risk', 'to reduce risks', 'to manage risk',
      'to manage risks', 'risk mitigation', 'legal requirement', 'legal requirements', 'regulatory requirement', 'regulatory requirements', 'legal', 'contractual requirement',
      'contractual obligation', 'business requirement', 'business need', 'business requirements', 'customer requirement', 'lr', 'co', 'br/bp', 'rra',
    ],
    leads: [
      'mandatory because', 'mandatory since', 'mandatory as', 'mandatory', 'required because', 'required since', 'required as', 'required', 'applicable because', 'applicable since', 'applicable as', 'applicable', 'not applicable because',
      'not applicable since', 'not applicable as', 'not applicable', 'not relevant because', 'not required because', 'included because', 'excluded because', 'excluded as', 'excluded', 'included', 'applies because', 'does not apply because', 'yes', 'no', 'n/a', 'in scope', 'out of scope',
    ],
  },
  de: {
    whole: [
      'anwendbar', 'zutreffend', 'relevant', 'erforderlich', 'notwendig', 'verpflichtend', 'pflicht', 'muss', 'obligatorisch', 'von der norm gefordert', 'normforderung', 'anforderung der norm', 'gefordert', 'im geltungsbereich',
      'nicht anwendbar', 'nicht zutreffend', 'trifft nicht zu', 'trifft zu', 'entfällt', 'nicht relevant', 'nicht erforderlich', 'nicht notwendig', 'außerhalb des geltungsbereichs', 'ja', 'nein', 'siehe oben', 'dito', 'best practice', 'gute praxis',
      'stand der technik', 'umgesetzt', 'für die zertifizierung', 'diese maßnahme ist anwendbar', 'diese maßnahme ist nicht anwendbar', 'maßnahme ist anwendbar', 'maßnahme ist nicht anwendbar',
    ],
    unlessNamed: ['risiko', 'risikobehandlung', 'risikobeurteilung', 'ergebnis der risikobeurteilung', 'gemäß risikobeurteilung', 'laut risikoanalyse', 'gesetzliche anforderung', 'gesetzlich', 'vertragliche anforderung', 'geschäftsanforderung', 'zur risikominderung'],
    leads: ['verpflichtend, weil', 'verpflichtend weil', 'verpflichtend', 'erforderlich, weil', 'erforderlich weil', 'erforderlich', 'anwendbar, weil', 'anwendbar weil', 'anwendbar', 'nicht anwendbar, weil', 'nicht anwendbar weil', 'nicht anwendbar', 'nicht relevant, weil', 'nicht relevant weil', 'ja', 'nein', 'entfällt, weil', 'entfällt'],
  },
  fr: {
    whole: ['applicable', 's’applique', "s'applique", 'requis', 'obligatoire', 'nécessaire', 'pertinent', 'exigé par la norme', 'exigence de la norme', 'non applicable', 'sans objet', 'non pertinent', 'non requis', 'hors périmètre', 'bonne pratique', 'bonnes pratiques', 'oui', 'non', 'voir ci-dessus', 'idem'],
    unlessNamed: ['risque', 'traitement des risques', 'appréciation des risques', 'résultat de l’appréciation des risques', 'exigence légale', 'exigence contractuelle', 'exigence réglementaire'],
    leads: ['obligatoire car', 'obligatoire parce que', 'obligatoire', 'applicable car', 'applicable parce que', 'applicable', 'non applicable car', 'non applicable parce que', 'non applicable', 'oui', 'non'],
  },
  es: {
    whole: ['aplicable', 'aplica', 'requerido', 'obligatorio', 'necesario', 'relevante', 'requerido por la norma', 'requisito de la norma', 'no aplicable', 'no aplica', 'no relevante', 'no requerido', 'fuera de alcance', 'fuera del alcance', 'buena práctica', 'buenas prácticas', 'sí', 'no', 'ver arriba'],
    unlessNamed: ['riesgo', 'tratamiento de riesgos', 'evaluación de riesgos', 'resultado de la evaluación de riesgos', 'requisito legal', 'requisito contractual'],
    leads: ['obligatorio porque', 'obligatorio', 'aplicable porque', 'aplicable', 'no aplicable porque', 'no aplicable', 'no aplica porque', 'no aplica', 'sí', 'no'],
  },
  nl: {
    whole: ['van toepassing', 'vereist', 'verplicht', 'noodzakelijk', 'relevant', 'vereist door de norm', 'eis van de norm', 'niet van toepassing', 'nvt', 'n.v.t.', 'niet relevant', 'niet vereist', 'buiten scope', 'goede praktijk', 'ja', 'nee', 'zie boven'],
    unlessNamed: ['risico', 'risicobehandeling', 'risicobeoordeling', 'resultaat van de risicobeoordeling', 'wettelijke eis', 'contractuele eis'],
    leads: ['verplicht omdat', 'verplicht', 'van toepassing omdat', 'van toepassing', 'niet van toepassing omdat', 'niet van toepassing', 'ja', 'nee'],
  },
  ja: {
    whole: ['適用', '適用する', '適用あり', '適用外', '適用しない', '該当なし', '該当', '必須', '必要', '規格要求事項', '規格の要求', '対象外', '不要'],
    unlessNamed: ['リスク', 'リスクアセスメント', 'リスク対応', '法的要求事項', '契約上の要求事項'],
    leads: [],
  },
};

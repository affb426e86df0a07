import { defineKind } from '../define-kind';

/** The models that AI systems run on (A.4). */
export default defineKind({
  kind: 'model-register',
  title: 'Model register',
  class: 'register',
  purpose: 'Lists the models your AI systems run on, with version, origin and licence. A new version here shows which assessments to look at again.',
  clauses: [],
  controls: ['A.4.2', 'A.4.4'],
  fields: [],
  rows: [
    {
      entity: 'model',
      list: 'models',
      listSynonyms: ['ai models', 'model inventory', 'modelle', 'modèles', 'modelos', 'modellen'],
      title: 'model',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', requiredFrom: 'draft', synonyms: ['model id', 'model no', 'ref', 'nr', 'modell-id', 'identifiant', 'identificador', 'モデルID'], help: 'A short name, such as M-2.' },
        { name: 'name', type: 'text', requiredFrom: 'draft', synonyms: ['model', 'model name', 'ai model', 'modell', 'modellname', 'modèle', 'nom du modèle', 'modelo', 'nombre del modelo', 'modelnaam', 'モデル名', 'モデル'], help: 'What the model is called by its maker.' },
        { name: 'version', type: 'text', synonyms: ['model version', 'release', 'snapshot', 'checkpoint', 'modellversion', 'versie', 'versión', 'バージョン'], help: 'The exact version in use, in quotes. Without it no change can be seen.' },
        { name: 'supplier', type: 'text', list: true, refersTo: ['supplier'], synonyms: ['suppliers', 'vendor', 'provider', 'model provider', 'developer', 'made by', 'lieferant', 'anbieter', 'hersteller', 'fournisseur', 'proveedor', 'leverancier', '提供元'], help: 'Who delivers it: an id of the supplier register.' },
        { name: 'provenance', type: 'text', synonyms: ['origin', 'model source', 'obtained from', 'base model', 'herkunft', 'origine', 'provenance du modèle', 'procedencia', 'origen', 'herkomst', '来歴', '出所'], help: 'Where it comes from: built here, bought, downloaded, and from which model it was made.' },
        { name: 'licence', type: 'text', synonyms: ['license', 'terms', 'terms of use', 'licensing', 'lizenz', 'nutzungsbedingungen', 'licencia', 'licentie', 'ライセンス'], help: 'The licence or contract, and what it forbids.' },
        { name: 'purpose', type: 'text', synonyms: ['use', 'used for', 'task', 'intended use', 'zweck', 'verwendung', 'usage', 'uso', 'doel', '用途'], help: 'What it is used for here.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai systems', 'used in', 'used by', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '利用システム'], help: 'The AI systems that run on it. The inventory may say it instead.' },
        { name: 'datasets', type: 'text', list: true, refersTo: ['dataset'], synonyms: ['dataset', 'training data', 'trained on', 'test data', 'trainingsdaten', 'datensätze', "données d'entraînement", 'datos de entrenamiento', 'trainingsdata', '学習データ'], help: 'The datasets of yours it was trained or tested with.' },
        { name: 'general_purpose', type: 'enum', values: [
          { value: 'true', meaning: 'A general-purpose AI model.', synonyms: ['yes', 'y', 'gpai', 'general purpose', 'foundation model', 'ja', 'oui', 'sí', 'si', 'はい', '✅'] },
          { value: 'systemic', meaning: 'A general-purpose AI model with systemic risk.', synonyms: ['systemic risk', 'gpai with systemic risk', 'gpai systemic', 'systemisch', 'systémique', 'sistémico', 'systeemrisico', 'システミックリスク'] },
          { value: 'false', meaning: 'Made for a narrow task.', synonyms: ['no', 'n', 'narrow', 'task specific', 'nein', 'non', 'nee', 'いいえ', '❌'] },
        ], synonyms: ['gpai', 'general purpose', 'general-purpose', 'general purpose ai', 'is gpai', 'gpai model', 'ki mit allgemeinem verwendungszweck', 'à usage général', 'uso general', 'algemeen doel', '汎用'], help: 'Whether it is a general-purpose AI model: true, or systemic for one with systemic risk.' },
        { name: 'limitations', type: 'text', synonyms: ['known limitations', 'known gaps', 'limits', 'known issues', 'grenzen', 'einschränkungen', 'limites', 'limitaciones', 'beperkingen', '制約'], help: 'What it is known not to do well.' },
        { name: 'owner', type: 'text', synonyms: ['model owner', 'responsible', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that answers for the choice and the version.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['model card', 'documentation', 'technical documentation', 'modellkarte', 'nachweis', 'dokumentation', 'fiche du modèle', 'preuve', 'evidencia', 'modelkaart', 'モデルカード'], help: 'The model card, test report or contract.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'review due', 'nächste prüfung', 'prochaine revue', 'próxima revisión', 'volgende beoordeling', '次回レビュー'], help: 'When the choice is looked at again.' },
        { name: 'notes', type: 'text', synonyms: ['note', 'comment', 'comments', 'remarks', 'bemerkung', 'bemerkungen', 'kommentar', 'commentaire', 'remarques', 'comentario', 'observaciones', 'opmerking', 'opmerkingen', '備考'], help: 'Anything else a reader has to know.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:AI |ML )?model (?:register|inventory|registry)\b/i, /Modell(?:register|verzeichnis|inventar)/i, /registre des modèles|inventaire des modèles/i, /(?:registro|inventario) de modelos/i, /modelregister/i, /モデル(?:台帳|一覧)/],
    fileNames: [/(?:^|-)models?-(?:register|inventory)(?:$|[-.])/i, /modell(?:register|verzeichnis)/i],
  },
});

import type { AllowedValue } from '../kind';

/** How far something that was decided has come. */
export const ACTION_STATUS: readonly AllowedValue[] = [
  { value: 'not_started', meaning: 'Nothing has been done yet.', synonyms: ['open', 'to do', 'todo', 'not started', 'planned', 'pending', 'new', '❌', '🔴', '⏳', 'offen', 'geplant', 'nicht begonnen', 'à faire', 'non démarré', 'pendiente', 'planificado', 'niet gestart', 'gepland', '未着手'] },
  { value: 'in_progress', meaning: 'Work is under way.', synonyms: ['in progress', 'ongoing', 'started', 'partial', 'partially', 'partially implemented', 'on track', 'at risk', 'delayed', '🟡', '🟠', '⚠️', '🔄', 'in arbeit', 'in umsetzung', 'laufend', 'en cours', 'en curso', 'in uitvoering', 'lopend', '進行中'] },
  { value: 'done', meaning: 'The action is finished.', synonyms: ['complete', 'completed', 'closed', 'implemented', 'finished', 'yes', '✅', '🟢', 'erledigt', 'abgeschlossen', 'umgesetzt', 'terminé', 'fait', 'completado', 'hecho', 'cerrado', 'afgerond', 'gereed', '完了'] },
  { value: 'cancelled', meaning: 'It was decided not to do it.', synonyms: ['canceled', 'dropped', 'withdrawn', 'rejected', 'abgebrochen', 'verworfen', 'annulé', 'cancelado', 'geannuleerd', '中止'] },
];

/** Whether something that was raised is still open. */
export const OPEN_STATUS: readonly AllowedValue[] = [
  { value: 'open', meaning: 'Nobody has finished dealing with it.', synonyms: ['new', 'raised', 'reported', 'pending', 'not started', 'to do', 'overdue', '🔴', '❌', 'offen', 'neu', 'überfällig', 'ouvert', 'abierto', 'nuevo', 'openstaand', 'nieuw', '未対応'] },
  { value: 'in_progress', meaning: 'Somebody is dealing with it.', synonyms: ['in progress', 'ongoing', 'under investigation', 'investigating', 'contained', 'in treatment', 'action in progress', 'monitoring', 'verification', 'pending verification', '🟡', '🟠', '🔄', 'in arbeit', 'in bearbeitung', 'en cours', 'en curso', 'en proceso', 'in behandeling', '対応中'] },
  { value: 'closed', meaning: 'Dealt with and checked.', synonyms: ['done', 'complete', 'completed', 'resolved', 'verified', 'fixed', '✅', '🟢', 'geschlossen', 'erledigt', 'abgeschlossen', 'behoben', 'fermé', 'clos', 'clôturé', 'résolu', 'cerrado', 'resuelto', 'gesloten', 'afgesloten', 'opgelost', '完了'] },
];

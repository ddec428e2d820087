import type { DocumentLanguage } from '#shared/documents/model.ts';
import { ROLE_LABEL, type StaffRole } from '#shared/platform/actor.ts';

/** The words of a document's frame. What it says inside comes from its builder, in the same language. */
export interface DocumentWords {
  patient: string;
  recordNumber: string;
  page: (page: number, count: number) => string;
  printed: (on: string, by: string) => string;
  signedOn: (on: string) => string;
  signHere: string;
  date: string;
  unsigned: string;
  synthetic: string;
  none: string;
  roles: Record<StaffRole, string>;
}

export const DOCUMENT_WORDS: Record<DocumentLanguage, DocumentWords> = {
  en: {
    patient: 'Patient',
    recordNumber: 'Record number',
    page: (page, count) => `Page ${page} of ${count}`,
    printed: (on, by) => `Printed ${on} by ${by}`,
    signedOn: (on) => `Signed ${on}`,
    signHere: 'Signature',
    date: 'Date',
    unsigned: 'NOT SIGNED',
    synthetic: 'SYNTHETIC DATA: no real patient',
    none: 'None recorded.',
    roles: ROLE_LABEL,
  },
  es: {
    patient: 'Paciente',
    recordNumber: 'Número de historia',
    page: (page, count) => `Página ${page} de ${count}`,
    printed: (on, by) => `Impreso el ${on} por ${by}`,
    signedOn: (on) => `Firmado el ${on}`,
    signHere: 'Firma',
    date: 'Fecha',
    unsigned: 'SIN FIRMAR',
    synthetic: 'DATOS FICTICIOS: no es un paciente real',
    none: 'Sin datos.',
    roles: {
      physiatrist: 'fisiatría',
      'physical-therapist': 'fisioterapia',
      'physical-therapist-assistant': 'asistencia de fisioterapia',
      administrator: 'administración',
      'occupational-therapist': 'terapia ocupacional',
      'speech-therapist': 'logopedia',
    },
  },
};

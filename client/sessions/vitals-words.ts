import type { SessionVitals } from '#shared/sessions/model.ts';

/** Vital signs as a person reads them: "BP 128/80 mmHg, heart rate 72 bpm". */
export function vitalsWords({ systolic, diastolic, heartRate, spo2, glucose }: SessionVitals): string {
  return [
    systolic === null && diastolic === null ? '' : `BP ${systolic ?? '?'}/${diastolic ?? '?'} mmHg`,
    heartRate === null ? '' : `heart rate ${heartRate} bpm`,
    spo2 === null ? '' : `SpO2 ${spo2} %`,
    glucose === null ? '' : `glucose ${glucose} mg/dL`,
  ]
    .filter(Boolean)
    .join(', ');
}

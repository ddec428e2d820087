import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { CertificationCourse } from '#shared/compliance/certification-course.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { episodeCertification } from '#shared/compliance/episode-certification.ts';
import { progressReport } from '#shared/compliance/progress-report.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import { withChart } from '#shared/prescriptions/chart-precautions.ts';
import { lowersGlucose } from '#shared/prescriptions/drug-precautions.ts';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import type { GateBasis } from '#shared/sessions/sheet.ts';
import type { z } from 'zod';
import type { ProgressReportDue } from '#shared/sessions/sheet.ts';

/** `GATE_FACTS` as PostgreSQL answers it. */
export interface RawGate {
  clinicValues: ClinicOverrides;
  consultSigned: boolean;
  therapistOnTeam: boolean;
  visitsUsed: number;
  endedMeanwhile: boolean;
  holds: GateBasis['holds'];
  bodyRegion: string;
  inr: GateBasis['inr'];
  procedures: GateBasis['procedures'];
  certification: CertificationCourse;
}

/** `PROGRESS_FACTS` as PostgreSQL answers it. */
export interface RawProgress {
  clinicValues: ClinicOverrides;
  lastReportOn: PlainDate | null;
  clinicianTreatedOn?: PlainDate | null;
  treatmentDates: PlainDate[];
}

/** The gate's facts for a session's day, with certification worked out. */
export function gateBasis(raw: RawGate, sessionDate: PlainDate): GateBasis {
  const { certification: course, clinicValues, ...basis } = raw;
  const certification = episodeCertification(course, sessionDate, documentationOf(clinicValues));
  return { ...basis, certification: certification ?? null };
}

/** Where the progress report stands on a session's day. */
export function progressDue(
  { clinicValues, lastReportOn, clinicianTreatedOn = null, treatmentDates }: RawProgress,
  asOf: PlainDate,
): z.infer<typeof ProgressReportDue> {
  return {
    ...progressReport(
      { treatmentDates, lastProgressReportDate: lastReportOn, asOf },
      documentationOf(clinicValues),
    ),
    lastReportOn,
    clinicianTreatedOn,
  };
}

/** The version that governs, with what the chart calls for since it was signed. */
export function underChart<
  Prescription extends { content: { precautions: readonly PrescribedPrecaution[] } } | null,
>(
  prescription: Prescription,
  chart: readonly CodedCondition[],
  clinicValues: ClinicOverrides,
): { prescription: Prescription; lowersGlucose: boolean } {
  return {
    prescription:
      prescription === null
        ? prescription
        : {
            ...prescription,
            content: {
              ...prescription.content,
              precautions: withChart(prescription.content.precautions, chart, clinicValues),
            },
          },
    lowersGlucose: lowersGlucose(chart),
  };
}

import { isTherapyEvaluation, judgementLabel } from '#shared/evaluations/model.ts';
import type { Side } from '#shared/patients/model.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { CarriedMark } from './CarriedMark.tsx';
import { DiagnosisTable } from './DiagnosisTable.tsx';
import { DraftTextarea } from './DraftTextarea.tsx';
import type { DraftAccess } from './use-evaluation-draft.ts';

/** What it is, and what follows. A physiatrist diagnoses by code; a therapist names movement and impairments. */
export function JudgementSections({ draft, side }: { draft: DraftAccess; side: Side | null }) {
  const { content, change, errors, kind } = draft;
  return (
    <>
      {isTherapyEvaluation(kind) ? (
        <FormSection
          id="diagnoses"
          title={judgementLabel(kind)}
          description="The medical diagnosis is the physiatrist’s."
          actions={<CarriedMark draft={draft} section="diagnoses" />}
        >
          <DraftTextarea
            label={judgementLabel(kind)}
            path="movementDiagnosis"
            value={content.movementDiagnosis}
            error={errors.get('movementDiagnosis')}
            onChange={(movementDiagnosis) => change({ movementDiagnosis })}
          />
        </FormSection>
      ) : (
        <>
          <FormSection id="impression" title="Impression">
            <DraftTextarea
              label="What it is, and why"
              path="impression"
              minRows={3}
              value={content.impression}
              error={errors.get('impression')}
              onChange={(impression) => change({ impression })}
            />
          </FormSection>
          <FormSection
            id="diagnoses"
            title="Diagnoses"
            description="They become the episode’s diagnoses when you sign. One is the primary one. A coder confirms the codes before they are billed."
            actions={<CarriedMark draft={draft} section="diagnoses" />}
          >
            <DiagnosisTable draft={draft} side={side} />
          </FormSection>
        </>
      )}
      <FormSection id="plan" title="Plan" actions={<CarriedMark draft={draft} section="plan" />}>
        <DraftTextarea
          label="What happens next"
          path="plan"
          minRows={3}
          value={content.plan}
          error={errors.get('plan')}
          onChange={(plan) => change({ plan })}
        />
      </FormSection>
    </>
  );
}

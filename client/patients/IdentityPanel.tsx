import { z } from 'zod';
import { PatientIdentityOnFile, type PatientChart } from '#shared/patients/chart.ts';
import { fieldErrorsOf } from '#client/platform/field-error.ts';
import { useDraftForm } from '#client/platform/use-draft-form.ts';
import { showNote } from '#client/ui/show-note.ts';
import { StaleVersionDialog } from '#client/ui/StaleVersionDialog.tsx';
import { AddPanel } from './AddPanel.tsx';
import { FieldDifference } from './FieldDifference.tsx';
import { IdentityFields } from './IdentityFields.tsx';
import { IDENTITY_LABEL, identityForm, IdentityForm, toIdentity } from './identity-form.ts';
import { useChangeIdentity } from './queries.ts';
import { storedNow } from './stored-now.ts';

/** The version stays with the text: a draft that waited must not slip over what a colleague stored meanwhile. */
const Draft = z.object({ fields: IdentityForm, version: z.number().int() });

/** Corrects name, birth date and contact. When a colleague was quicker, both versions are shown and one is chosen. */
export function IdentityPanel({ chart, onClose }: { chart: PatientChart; onClose: () => void }) {
  const { patient } = chart;
  const form = useDraftForm(`identity:${patient.patientId}`, Draft, {
    fields: identityForm(patient),
    version: patient.version,
  });
  const { fields, version } = form.value;
  const change = useChangeIdentity(patient.patientId);
  const stored = storedNow(change.error, PatientIdentityOnFile);
  const submit = (expectedVersion: number) =>
    change.mutate(
      { ...toIdentity(fields), expectedVersion },
      {
        onSuccess: () => {
          form.clear();
          showNote('The details are corrected.');
          onClose();
        },
      },
    );
  return (
    <>
      <AddPanel
        chart={chart}
        title="Correct details"
        submitLabel="Save details"
        onSubmit={() => submit(version)}
        onClose={onClose}
        busy={change.isPending}
        error={stored === undefined ? change.error : null}
        keepsDraft={form.hasDraft}
      >
        <IdentityFields
          value={fields}
          onChange={(part) => form.change({ fields: { ...fields, ...part } })}
          errorOf={fieldErrorsOf(change.error)}
        />
      </AddPanel>
      {stored === undefined ? null : (
        <StaleVersionDialog
          opened
          mine={<FieldDifference labels={IDENTITY_LABEL} shown={fields} other={identityForm(stored)} />}
          theirs={<FieldDifference labels={IDENTITY_LABEL} shown={identityForm(stored)} other={fields} />}
          busy={change.isPending}
          onKeepMine={() => submit(stored.version)}
          onTakeTheirs={() => {
            form.change({ fields: identityForm(stored), version: stored.version });
            change.reset();
          }}
        />
      )}
    </>
  );
}

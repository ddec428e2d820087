import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { STATUS_LABEL } from '#shared/intake/model.ts';
import type { RequestDetail } from '#shared/intake/queue.ts';
import { listName } from '#shared/patients/model.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { Comparison } from './Comparison.tsx';
import classes from './Intake.module.css';

/** Who in the register this may be, side by side with what was told, and other requests of the same person. */
export function LikelyPeople({ request }: { request: RequestDetail }) {
  const { dateTime } = useClinicTime();
  const { possiblePatients, possibleRequests } = request;
  return (
    <>
      <FormSection title="In the register already?">
        {possiblePatients.length === 0 ? (
          <Text c="dimmed">Nobody with a similar name and birth date, or the same telephone or e-mail.</Text>
        ) : (
          <div className={classes.candidates}>
            {possiblePatients.map((patient) => (
              <div key={patient.patientId} className={classes.candidate}>
                <Comparison request={request} patient={patient} />
              </div>
            ))}
          </div>
        )}
      </FormSection>
      {possibleRequests.length === 0 ? null : (
        <FormSection title="Other requests of this person?">
          {possibleRequests.map((other) => (
            <div key={other.careRequestId}>
              <Anchor component={Link} to={`/intake/${other.careRequestId}`}>
                {listName(other)}: {other.concern}
              </Anchor>
              <Text size="sm" c="dimmed">
                {dateTime(other.createdAt)}, {other.reference}, {STATUS_LABEL[other.status].toLowerCase()};
                agrees in {other.likeness.agrees.join(', ')}
              </Text>
            </div>
          ))}
        </FormSection>
      )}
    </>
  );
}

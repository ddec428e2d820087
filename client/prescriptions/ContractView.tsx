import type { PrescriptionVersion } from '#shared/prescriptions/page.ts';
import { shortDate } from '#shared/platform/time.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { FormSection } from '#client/ui/FormSection.tsx';
import { PrecautionCard } from '#client/clinical/PrecautionCard.tsx';
import {
  authorityLegend,
  contractRows,
  safetyRows,
  SECTION_TITLES,
  type SectionKey,
} from './contract-rows.ts';
import { ContractRows } from './ContractRows.tsx';
import classes from './Contract.module.css';

const LEFT: readonly SectionKey[] = ['diagnosis', 'plan', 'weightBearing', 'goals', 'measures'];
const RIGHT: readonly SectionKey[] = ['interventions', 'precautions', 'words'];

/** A signed version as it is read and printed. */
export function ContractView({ version }: { version: PrescriptionVersion }) {
  const { dateOf, dateTime, date, time } = useClinicTime();
  const { content, signedBy, signedAt, versionNumber, reason, acknowledgements } = version;
  const column = (sections: readonly SectionKey[]) => (
    <div>
      {sections.map((section) => (
        <FormSection key={section} title={SECTION_TITLES[section]}>
          {section === 'precautions' ? (
            <>
              <PrecautionCard precautions={content.precautions} />
              <ContractRows rows={safetyRows(content)} />
            </>
          ) : (
            <ContractRows rows={contractRows(section, content)} />
          )}
        </FormSection>
      ))}
    </div>
  );
  return (
    <article className={classes.contract} aria-label={`Prescription version ${versionNumber}`}>
      <h2 className={`${classes.wide} ${classes.printOnly}`}>
        Prescription for physical therapy, version {versionNumber}
      </h2>
      {column(LEFT)}
      {column(RIGHT)}
      <footer className={classes.signature}>
        {authorityLegend(content).map((line) => (
          <p key={line}>{line}.</p>
        ))}
        <p>
          Version {versionNumber}, signed by {signedBy.name}, {signedBy.role}, on{' '}
          {shortDate(dateOf(signedAt))} at {time(signedAt)}
          {reason === null ? '.' : `, because: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`}
        </p>
        {version.endReason === null ? null : (
          <p>
            Ended {version.endedOn === null ? '' : `on ${date(version.endedOn)}`}. {version.endReason}
          </p>
        )}
        <p>
          {acknowledgements.length === 0
            ? 'No therapist has marked it as read yet.'
            : `Read by ${acknowledgements.map((one) => `${one.by.name} (${dateTime(one.at)})`).join(', ')}.`}
        </p>
      </footer>
    </article>
  );
}

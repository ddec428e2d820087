import { Button, Checkbox } from '@mantine/core';
import { withProposed } from '#shared/prescriptions/precautions.ts';
import { PRECAUTION_KINDS, type PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { KIND_TITLES, kindOf } from '#shared/prescriptions/precaution-kinds.ts';
import { differenceOf, type DraftAccess } from './draft-access.ts';
import { DrugNotes } from '#client/clinical/DrugNotes.tsx';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import { EditorSection } from './EditorSection.tsx';
import { PrecautionRow } from './PrecautionRow.tsx';
import { StopRulesField } from './StopRulesField.tsx';
import { UnreadConditions } from './UnreadConditions.tsx';
import { VitalsFields } from './VitalsFields.tsx';
import classes from './Editor.module.css';

const OWN: PrescribedPrecaution = {
  comorbidity: null,
  intervention: '',
  agents: [],
  level: 'precaution',
  scope: 'anywhere',
  note: null,
  source: 'Physiatrist',
  verified: false,
  decision: 'keep',
  overrideReason: null,
};

/** What must not be done and what is watched, from the coded comorbidities and from the physiatrist. */
export function PrecautionSection({ access }: { access: DraftAccess }) {
  const { content, change, page } = access;
  const { precautions } = content;
  const current = withProposed(precautions, page.proposedPrecautions);
  const added = current.length - precautions.length;
  const mark = differenceOf(access, 'vitals');
  return (
    <EditorSection
      section="precautions"
      access={access}
      actions={
        <>
          {added === 0 ? null : (
            <Button
              size="compact-sm"
              onClick={() => change({ precautions: current, noPrecautionsKnown: false })}
            >
              Add {added} from the record
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => change({ precautions: [...precautions, OWN], noPrecautionsKnown: false })}
          >
            + own precaution
          </Button>
        </>
      }
    >
      <UnreadConditions names={page.unreadConditions} />
      <DrugNotes notes={page.drugNotes} />
      <div data-path="precautions">
        {precautions.length > 0 ? null : (
          <Checkbox
            label="No precautions known: I have looked, there is none"
            checked={content.noPrecautionsKnown}
            onChange={(event) => change({ noPrecautionsKnown: event.currentTarget.checked })}
          />
        )}
        {PRECAUTION_KINDS.map((kind) => {
          const rows = precautions.flatMap((row, index) => (kindOf(row) === kind ? [{ row, index }] : []));
          return rows.length === 0 ? null : (
            <div key={kind}>
              <h3 className={classes.precautionGroup}>{KIND_TITLES[kind]}</h3>
              <ul className={classes.list}>
                {rows.map(({ row, index }) => (
                  <PrecautionRow key={index} access={access} row={row} index={index} />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      <h3 className={classes.precautionGroup}>
        Vital signs before each session {mark === undefined ? null : <DifferenceMark difference={mark} />}
      </h3>
      <VitalsFields access={access} />
      <StopRulesField access={access} />
    </EditorSection>
  );
}

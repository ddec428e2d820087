import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { boundWords, cautionsOf, contraindicationOf } from '#shared/prescriptions/bounds.ts';
import {
  getIntervention,
  limitableParameters,
  type DoseParameterCode,
} from '#shared/prescriptions/interventions.ts';
import { limitsToRead } from '#shared/prescriptions/limits-in-force.ts';
import type { Difference } from '#shared/prescriptions/difference.ts';
import {
  Authority,
  AUTHORITIES,
  type Bound,
  type DraftIntervention,
  type PrescribedPrecaution,
  type WeightBearing,
} from '#shared/prescriptions/model.ts';
import { agreedWords } from '#shared/prescriptions/words.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { sourceWords } from './contract-rows.ts';
import { replaced, without, type DraftAccess } from './draft-access.ts';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import { LimitField } from './LimitField.tsx';
import { MoreLimits } from './MoreLimits.tsx';
import { firstProgression, ProgressionField, raisable } from './ProgressionField.tsx';
import { RowGaps } from './RowGaps.tsx';
import { TextButton } from '#client/ui/TextButton.tsx';
import classes from './Editor.module.css';

interface InterventionRowProps {
  row: DraftIntervention;
  index: number;
  precautions: readonly PrescribedPrecaution[];
  weightBearing: readonly WeightBearing[];
  mark: Difference | undefined;
  /** What is missing or wrong in it, one sentence a line. */
  gaps: string;
  edit: DraftAccess['edit'];
}

/** One permitted intervention: limits, authority, what speaks against it, why it is there. */
function Row({ row, index, precautions, weightBearing, mark, gaps, edit }: InterventionRowProps) {
  const { code, name, bounds, authority, rationale, progression } = row;
  const forbidden = contraindicationOf(precautions, code);
  // What holds for all exercise is said once, among the precautions.
  const cautions = cautionsOf(precautions, code).filter(({ agents }) => !agents.includes('exercise'));
  const [opened, setOpened] = useState<readonly DoseParameterCode[]>([]);
  const usual = getIntervention(code)?.parameters ?? [];
  const shown = limitableParameters(code).filter(
    (parameter) =>
      usual.includes(parameter) ||
      opened.includes(parameter) ||
      bounds.some((one) => one.parameter === parameter),
  );
  const raised = raisable(shown);
  const more = limitableParameters(code).filter((parameter) => !shown.includes(parameter));
  const stricter = limitsToRead({ precautions, weightBearing }, row).filter(
    ({ because }) => because !== undefined,
  );
  const update = (part: Partial<DraftIntervention>) =>
    edit(({ interventions }) => ({ interventions: replaced(interventions, index, part) }));
  const limit = (parameter: DoseParameterCode) => (
    <LimitField
      key={parameter}
      of={name}
      parameter={parameter}
      bound={bounds.find((one) => one.parameter === parameter)}
      onChange={(ends) => {
        // A field that is emptied stays to be typed into again, also one that was opened for this limit alone.
        setOpened((before) => (before.includes(parameter) ? before : [...before, parameter]));
        update({ bounds: withLimit(bounds, { parameter, ...ends }) });
      }}
    />
  );
  return (
    <li
      className={`${classes.line} ${classes.intervention}`}
      data-path={`interventions.${index}`}
      data-wrong={forbidden !== undefined}
    >
      <span className={classes.name}>
        {name}
        <span className={classes.nameMarks}>
          {mark === undefined ? null : <DifferenceMark difference={mark} />}
          {rationale === null ? (
            <TextButton
              aria-label={`Say why ${name}`}
              onClick={(event) => {
                const row = event.currentTarget.closest('li');
                update({ rationale: '' });
                requestAnimationFrame(() => row?.querySelector<HTMLElement>('[data-why]')?.focus());
              }}
            >
              say why
            </TextButton>
          ) : null}
          {progression || raised.length === 0 ? null : (
            <TextButton
              aria-label={`How it progresses: ${name}`}
              onClick={() => update({ progression: firstProgression(raised) })}
            >
              how it progresses
            </TextButton>
          )}
        </span>
      </span>
      <div className={classes.limits}>
        {shown.map(limit)}
        {more.length === 0 ? null : (
          <MoreLimits
            of={name}
            parameters={more}
            onPick={(parameter) => setOpened((before) => [...before, parameter])}
          />
        )}
      </div>
      <NativeSelect
        aria-label={`${name}: authority`}
        size="xs"
        data={[...AUTHORITIES]}
        value={authority}
        onChange={(event) => update({ authority: Authority.parse(event.currentTarget.value) })}
      />
      <CloseButton
        aria-label={`Remove ${name}`}
        onClick={() => edit(({ interventions }) => ({ interventions: without(interventions, index) }))}
      />
      <div className={classes.below}>
        <RowGaps gaps={gaps === '' ? [] : gaps.split('\n')} />
        <div className={classes.source}>
          {cautions.map((caution) => (
            <StatusBadge key={caution.intervention} tone="warning" variant="plain">
              precaution {sourceWords(caution)}
            </StatusBadge>
          ))}
          {stricter.map((one) => (
            <StatusBadge key={one.parameter} tone="watch" variant="plain">
              {boundWords(one)}, set by {one.because}
            </StatusBadge>
          ))}
          {agreedWords(row) === '' ? null : (
            <>
              <span>{agreedWords(row)}</span>
              <TextButton onClick={() => update({ agreed: null })}>Take back</TextButton>
            </>
          )}
        </div>
        {progression ? (
          <ProgressionField
            of={name}
            value={progression}
            parameters={raised}
            onChange={(rule) => update({ progression: rule })}
          />
        ) : null}
        {rationale === null ? null : (
          <TextInput
            aria-label={`Why ${name}`}
            placeholder="Why this intervention (the therapist reads it)"
            size="xs"
            maxLength={500}
            value={rationale}
            data-why
            onChange={(event) => update({ rationale: event.currentTarget.value })}
            onBlur={(event) => update({ rationale: event.currentTarget.value.trim() || null })}
          />
        )}
      </div>
    </li>
  );
}

/** The limits with one of them changed, in the order in which they were; one that says nothing is none. */
function withLimit(bounds: readonly Bound[], changed: Bound): Bound[] {
  const isEmpty = changed.min === null && changed.max === null && (changed.allowed ?? []).length === 0;
  const isThere = bounds.some(({ parameter }) => parameter === changed.parameter);
  if (!isThere) return isEmpty ? [...bounds] : [...bounds, changed];
  return bounds.flatMap((bound) =>
    bound.parameter !== changed.parameter ? [bound] : isEmpty ? [] : [changed],
  );
}

/** Drawn by itself: a digit in one limit leaves the other rows alone. */
export const InterventionRow = memo(
  Row,
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.precautions === after.precautions &&
    before.weightBearing === after.weightBearing &&
    before.gaps === after.gaps &&
    before.mark?.after === after.mark?.after &&
    before.mark?.kind === after.mark?.kind,
);

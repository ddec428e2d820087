import { CloseButton, Group, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { AGENTS } from '#shared/prescriptions/interventions.ts';
import { rowKey } from '#shared/prescriptions/difference.ts';
import { PRECAUTION_KINDS, type PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { basisFor, type PrecautionBasis } from '#shared/prescriptions/precaution-basis.ts';
import { precautionCard } from '#shared/prescriptions/precaution-card.ts';
import { KIND_WORDS, kindOf } from '#shared/prescriptions/precaution-kinds.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import { differenceOf, gapsOfRow, replaced, without, type DraftAccess } from './draft-access.ts';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import { RowGaps } from './RowGaps.tsx';
import classes from './Editor.module.css';

interface PrecautionRowProps {
  access: DraftAccess;
  row: PrescribedPrecaution;
  index: number;
}

const DECISIONS = [
  { value: 'keep', label: 'keep' },
  { value: 'override', label: 'override' },
] as const;

/** One precaution with its source: kept, or overridden with a reason; one's own can be worded and removed. */
export function PrecautionRow({ access, row, index }: PrecautionRowProps) {
  const { content, change, page } = access;
  const update = (part: Partial<PrescribedPrecaution>) =>
    change({ precautions: replaced(content.precautions, index, part) });
  const isOwn = row.comorbidity === null;
  // What the record no longer calls for may go; what it does is kept or overridden.
  const isProposed = page.proposedPrecautions.some(
    (one) => rowKey.precaution(one) === rowKey.precaution(row),
  );
  const mark = differenceOf(access, 'precautions', rowKey.precaution(row));
  const name = row.intervention || 'own precaution';
  return (
    <li className={`${classes.line} ${classes.precaution}`} data-path={`precautions.${index}`}>
      <div>
        {isOwn ? (
          <OwnFields row={row} update={update} />
        ) : (
          <ProposedWords row={row} basis={basisFor(row, page.precautionBasis)} />
        )}
        {mark === undefined ? null : <DifferenceMark difference={mark} />}
      </div>
      <Group gap="xs" wrap="nowrap" align="start">
        <ChoiceField
          label={`Keep or override: ${name}`}
          hideLabel
          choices={DECISIONS}
          value={row.decision}
          onChange={(decision) =>
            update({ decision, overrideReason: decision === 'keep' ? null : '', avoid: null })
          }
        />
        {isProposed ? null : (
          <CloseButton
            aria-label={`Remove ${name}`}
            onClick={() => change({ precautions: without(content.precautions, index) })}
          />
        )}
      </Group>
      <div className={classes.below}>
        {row.decision === 'override' ? (
          <TextInput
            aria-label={`Why ${name} is overridden`}
            placeholder="Why it does not hold for this patient; the therapist reads it"
            size="xs"
            maxLength={500}
            value={row.overrideReason ?? ''}
            onChange={(event) => update({ overrideReason: event.currentTarget.value })}
          />
        ) : null}
        {row.decision === 'keep' && row.scope === 'local' && !isOwn ? (
          <TextInput
            aria-label={`Place to keep away from: ${name}`}
            placeholder="Permitted elsewhere? The place to keep away from: over the device, left chest"
            size="xs"
            maxLength={200}
            value={row.avoid ?? ''}
            onChange={(event) => update({ avoid: event.currentTarget.value || null })}
          />
        ) : null}
        <RowGaps gaps={gapsOfRow(access, 'precautions', index)} />
      </div>
    </li>
  );
}

function ProposedWords({ row, basis }: { row: PrescribedPrecaution; basis: readonly PrecautionBasis[] }) {
  const { date } = useClinicTime();
  const { level, scope, note, minimumUseful, decision } = row;
  const [line] = precautionCard([{ ...row, decision: 'keep' }]).flatMap(({ lines }) => lines);
  if (line === undefined) return null;
  return (
    <>
      <span style={decision === 'override' ? { textDecoration: 'line-through' } : {}}>
        <ToneIcon tone={level === 'contraindicated' ? 'danger' : 'warning'} /> {row.intervention}
        {scope === 'local' ? ' (local)' : ''}
        {note === null ? '' : `. ${note}`}
      </span>
      {minimumUseful ? <span className={classes.useful}>Still do: {minimumUseful}</span> : null}
      <span className={classes.source}>
        <span>
          {sourcesWords(line.comorbidities)}
          {line.stricterThan.length === 0 ? '' : `; stricter than the ${line.stricterThan.join(', ')}`}
        </span>
        <span>
          {basis.length === 0
            ? 'the record no longer says so'
            : `on record: ${basis.map(({ words, on }) => `${words}, ${date(on)}`).join('; ')}`}
        </span>
        <span>{line.sources.map(({ source }) => source).join('; ')}</span>
        {line.sources.every(({ verified }) => verified) ? null : (
          <StatusBadge tone="watch" variant="plain">
            unverified
          </StatusBadge>
        )}
      </span>
    </>
  );
}

const sourcesWords = (comorbidities: readonly string[]): string =>
  comorbidities.length === 0
    ? 'written by the physiatrist'
    : `from ${comorbidities.join(', ').toLowerCase()}`;

interface OwnFieldsProps {
  row: PrescribedPrecaution;
  update: (part: Partial<PrescribedPrecaution>) => void;
}

function OwnFields({ row, update }: OwnFieldsProps) {
  return (
    <Group gap="xs" align="start">
      <TextInput
        aria-label="What the precaution is about"
        placeholder="What must not be done, or is watched"
        size="xs"
        w={280}
        maxLength={300}
        value={row.intervention}
        onChange={(event) => update({ intervention: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={`Kind of ${row.intervention}`}
        size="xs"
        data={PRECAUTION_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
        value={kindOf(row)}
        onChange={({ currentTarget }) => {
          const kind = PRECAUTION_KINDS.find((one) => one === currentTarget.value) ?? 'precaution';
          update({ kind, level: kind === 'contraindicated' ? 'contraindicated' : 'precaution' });
        }}
      />
      <MultiSelect
        aria-label={`Interventions that ${row.intervention} is about`}
        placeholder={row.agents.length === 0 ? 'checked against: nothing yet' : ''}
        size="xs"
        w={240}
        data={AGENTS.map((agent) => ({ value: agent, label: agent.replaceAll('-', ' ') }))}
        value={row.agents}
        searchable
        onChange={(agents) => update({ agents })}
      />
      <TextInput
        aria-label={`What should still be done despite ${row.intervention}`}
        placeholder="Still do (the least that is useful), if anything"
        size="xs"
        w={280}
        maxLength={300}
        value={row.minimumUseful ?? ''}
        onChange={(event) => update({ minimumUseful: event.currentTarget.value || null })}
      />
    </Group>
  );
}

import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import {
  LIMBS,
  WEIGHT_BEARING_WORDS,
  WeightBearingStatus,
  type WeightBearing,
} from '#shared/prescriptions/model.ts';
import { limbWords } from '#shared/prescriptions/words.ts';
import { ChoiceField } from '#client/ui/ChoiceField.tsx';
import { NumberField } from '#client/ui/NumberField.tsx';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { differenceOf, gapsOfRow, replaced, without, type DraftAccess } from './draft-access.ts';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import { EditorSection } from './EditorSection.tsx';
import { RowGaps } from './RowGaps.tsx';
import { typedDate } from './typed-date.ts';
import classes from './Editor.module.css';

/** A reason is asked for, or was given, where the limb is not the treated one. */
const asksWhy = ({ content, missing }: DraftAccess, index: number): boolean =>
  Boolean(content.weightBearing[index]?.reason) ||
  missing.some(({ code, path }) => code === 'WEIGHT_BEARING_LIMB' && path === `weightBearing.${index}`);

/** How much each affected limb may carry, and until when. */
export function WeightBearingSection({ access }: { access: DraftAccess }) {
  const { content, change } = access;
  const { weightBearing } = content;
  const free = LIMBS.filter((limb) => !weightBearing.some((row) => row.limb === limb));
  const update = (index: number, part: Partial<WeightBearing>) =>
    change({ weightBearing: replaced(weightBearing, index, part) });
  return (
    <EditorSection
      section="weightBearing"
      access={access}
      actions={free.map((limb) => (
        <Button
          key={limb}
          size="compact-sm"
          variant="default"
          onClick={() =>
            change({
              weightBearing: [...weightBearing, { limb, status: 'WBAT', percent: null, until: null }],
            })
          }
        >
          + {limbWords(limb)}
        </Button>
      ))}
    >
      <ul className={classes.list} data-path="weightBearing">
        {weightBearing.map((row, index) => {
          const mark = differenceOf(access, 'weightBearing', row.limb);
          const limb = limbWords(row.limb);
          const needsPercent = row.status === 'PWB' || row.status === 'TTWB';
          return (
            <li
              key={row.limb}
              className={`${classes.line} ${classes.limb}`}
              data-path={`weightBearing.${index}`}
            >
              <span className={classes.name}>
                {limb}
                {mark === undefined ? null : <DifferenceMark difference={mark} />}
              </span>
              <ChoiceField
                label={`Weight bearing, ${limb}`}
                hideLabel
                choices={WeightBearingStatus.options.map((value) => ({ value, label: value }))}
                value={row.status}
                onChange={(status) => update(index, { status, percent: null })}
              />
              {needsPercent ? (
                <NumberField
                  label={`Percent of body weight, ${limb}`}
                  hideLabel
                  unit="%"
                  size="xs"
                  width={72}
                  placeholder={row.status === 'TTWB' ? '20' : ''}
                  value={row.percent}
                  min={0}
                  max={100}
                  onChange={(percent) => update(index, { percent })}
                />
              ) : null}
              <span className={classes.until}>
                <span aria-hidden>until</span>
                <PlainDateField
                  label={`Until, ${limb}`}
                  hideLabel
                  size="xs"
                  width={138}
                  value={row.until ?? ''}
                  onChange={(value) => update(index, { until: typedDate(value) })}
                />
              </span>
              <CloseButton
                className={classes.remove}
                aria-label={`Remove ${limb}`}
                onClick={() => change({ weightBearing: without(weightBearing, index) })}
              />
              <div className={classes.below}>
                <span className={classes.hint}>
                  {WEIGHT_BEARING_WORDS[row.status]}
                  {row.until === null ? ', with no end date' : ''}
                </span>
                <Group gap="xs">
                  <TextInput
                    aria-label={`Surgeon’s protocol, ${limb}`}
                    placeholder="Per surgeon’s protocol: which, and where it is"
                    size="xs"
                    w={300}
                    maxLength={200}
                    value={row.protocol ?? ''}
                    onChange={(event) => update(index, { protocol: event.currentTarget.value || null })}
                  />
                  {asksWhy(access, index) ? (
                    <TextInput
                      aria-label={`Why the ${limb}`}
                      placeholder="Why this limb, which is not the treated one"
                      size="xs"
                      w={300}
                      maxLength={200}
                      value={row.reason ?? ''}
                      onChange={(event) => update(index, { reason: event.currentTarget.value || null })}
                    />
                  ) : null}
                </Group>
                <RowGaps gaps={gapsOfRow(access, 'weightBearing', index)} />
              </div>
            </li>
          );
        })}
      </ul>
    </EditorSection>
  );
}

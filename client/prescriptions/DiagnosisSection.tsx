import { Autocomplete, Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { findIcdCode } from '#shared/evaluations/icd10/code-table.ts';
import { searchCodes } from '#shared/evaluations/search-codes.ts';
import { isIcd10Shaped, normalizeIcd10 } from '#shared/patients/code-systems.ts';
import { rowKey } from '#shared/prescriptions/difference.ts';
import { Side } from '#shared/prescriptions/model.ts';
import { PlainDateField } from '#client/ui/PlainDateField.tsx';
import { differenceOf, gapsOfRow, replaced, without, type DraftAccess } from './draft-access.ts';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import { EditorSection } from './EditorSection.tsx';
import { RowGaps } from './RowGaps.tsx';
import { typedDate } from './typed-date.ts';
import classes from './Editor.module.css';

const SIDES = [{ value: '', label: 'no side' }, ...Side.options.map((value) => ({ value, label: value }))];

/** What is treated: diagnoses coded in the episode or added here, onset, surgery. */
export function DiagnosisSection({ access }: { access: DraftAccess }) {
  const { content, change, page, today } = access;
  const { diagnoses } = content;
  const present = new Set(diagnoses.map(rowKey.diagnosis));
  const offered = page.diagnoses.filter((one) => !present.has(rowKey.diagnosis(one)));
  return (
    <EditorSection section="diagnosis" access={access}>
      <ul className={classes.list} data-path="diagnoses">
        {diagnoses.map((diagnosis, index) => {
          const mark = differenceOf(access, 'diagnoses', rowKey.diagnosis(diagnosis));
          const name = `${diagnosis.display} (${diagnosis.code})`;
          return (
            <li
              key={rowKey.diagnosis(diagnosis)}
              className={`${classes.line} ${classes.diagnosis}`}
              data-path={`diagnoses.${index}`}
            >
              <span>
                {name} {mark === undefined ? null : <DifferenceMark difference={mark} />}
              </span>
              <NativeSelect
                aria-label={`Side of ${name}`}
                size="xs"
                data={SIDES}
                value={diagnosis.side ?? ''}
                onChange={(event) =>
                  change({
                    diagnoses: replaced(diagnoses, index, {
                      side: Side.safeParse(event.currentTarget.value).data ?? null,
                    }),
                  })
                }
              />
              <CloseButton
                aria-label={`Remove ${name}`}
                onClick={() => change({ diagnoses: without(diagnoses, index) })}
              />
              <div className={classes.below}>
                <RowGaps gaps={gapsOfRow(access, 'diagnoses', index)} />
              </div>
            </li>
          );
        })}
        {offered.map((one) => (
          <li key={rowKey.diagnosis(one)}>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => change({ diagnoses: [...diagnoses, one] })}
            >
              Add {one.display} ({rowKey.diagnosis(one)})
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.fields}>
        <AddDiagnosis
          onAdd={(code, display) =>
            change({
              diagnoses: [
                ...diagnoses,
                { conditionId: null, code, display, side: findIcdCode(code)?.side ?? page.header.side },
              ],
            })
          }
        />
        <div data-path="onsetOn">
          <PlainDateField
            label="Onset"
            name="onsetOn"
            value={content.onsetOn ?? ''}
            max={today}
            width={150}
            onChange={(value) => change({ onsetOn: typedDate(value) })}
          />
        </div>
        <div data-path="surgeryOn">
          <PlainDateField
            label="Surgery, if any"
            name="surgeryOn"
            value={content.surgeryOn ?? ''}
            max={today}
            width={150}
            onChange={(value) => change({ surgeryOn: typedDate(value) })}
          />
        </div>
      </div>
    </EditorSection>
  );
}

/** Takes a code of the short list by word, or any well-formed code with its words. */
function AddDiagnosis({ onAdd }: { onAdd: (code: string, display: string) => void }) {
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const found = searchCodes(typed);
  const code = normalizeIcd10(typed);
  const needsWords = isIcd10Shaped(code) && !found.some((one) => one.code === code);
  const add = (picked: string, display: string) => {
    onAdd(picked, display);
    setTyped('');
    setWords('');
  };
  return (
    <>
      <Autocomplete
        label="Add a diagnosis"
        placeholder="word or ICD-10-CM code"
        w={260}
        value={typed}
        data={found.map((one) => `${one.code} ${one.display}`)}
        filter={({ options }) => options}
        onChange={setTyped}
        onOptionSubmit={(option) => {
          const picked = found.find((one) => `${one.code} ${one.display}` === option);
          // The field takes the option's words after this: empty it when that has happened.
          if (picked) queueMicrotask(() => add(picked.code, picked.display));
        }}
      />
      {needsWords ? (
        <>
          <TextInput
            label={`What ${code} means`}
            w={240}
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button variant="default" disabled={words.trim() === ''} onClick={() => add(code, words.trim())}>
            Add
          </Button>
        </>
      ) : null}
    </>
  );
}

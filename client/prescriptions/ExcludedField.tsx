import { CloseButton, Group, Text, TextInput } from '@mantine/core';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import { differenceOf, replaced, without, type DraftAccess } from './draft-access.ts';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import { InterventionSearch } from './InterventionSearch.tsx';
import classes from './Editor.module.css';

/** Interventions that the physiatrist rules out by name, each with a reason if wanted. */
export function ExcludedField({ access }: { access: DraftAccess }) {
  const { content, change } = access;
  const { excluded, interventions } = content;
  const taken = [...excluded, ...interventions].map(({ code }) => code);
  return (
    <div data-path="excluded">
      <Group gap="sm">
        <Text size="sm" fw={600}>
          Not to be used
        </Text>
        <div style={{ width: '15rem' }}>
          <InterventionSearch
            label="Rule out an intervention"
            taken={taken}
            onPick={(code) =>
              change({
                excluded: [...excluded, { code, name: getIntervention(code)?.name ?? code, reason: null }],
              })
            }
          />
        </div>
      </Group>
      <ul className={classes.list}>
        {excluded.map((row, index) => {
          const mark = differenceOf(access, 'excluded', row.code);
          return (
            <li key={row.code} className={`${classes.line} ${classes.diagnosis}`}>
              <span>
                {row.name} {mark === undefined ? null : <DifferenceMark difference={mark} />}
              </span>
              <TextInput
                aria-label={`Why ${row.name} is ruled out`}
                placeholder="why"
                size="xs"
                w={240}
                maxLength={300}
                value={row.reason ?? ''}
                onChange={(event) =>
                  change({
                    excluded: replaced(excluded, index, { reason: event.currentTarget.value || null }),
                  })
                }
              />
              <CloseButton
                aria-label={`Allow ${row.name} again`}
                onClick={() => change({ excluded: without(excluded, index) })}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

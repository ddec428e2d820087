import { useRef } from 'react';
import { contraindicationOf } from '#shared/prescriptions/bounds.ts';
import { rowKey } from '#shared/prescriptions/difference.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import { AUTHORITIES, AUTHORITY_WORDS } from '#shared/prescriptions/model.ts';
import { useShortcuts } from '#client/platform/shortcuts.ts';
import { differenceOf, gapsOfRow, type DraftAccess } from './draft-access.ts';
import { EditorSection } from './EditorSection.tsx';
import { ExcludedField } from './ExcludedField.tsx';
import { InterventionRow } from './InterventionRow.tsx';
import { InterventionSearch } from './InterventionSearch.tsx';
import { RemovedRows } from './RemovedRows.tsx';
import classes from './Editor.module.css';

/** What the therapist may give, inside which limits, and who decides about more. */
export function InterventionSection({ access }: { access: DraftAccess }) {
  const { content, change, previous } = access;
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useShortcuts('Prescription draft', [
    { keys: '/', does: 'Find an intervention', run: () => search.current?.focus() },
  ]);
  const { interventions } = content;
  const present = interventions.map(rowKey.intervention);
  const add = (code: string) => {
    const found = getIntervention(code);
    if (!found || present.includes(code)) return;
    change({
      interventions: [
        ...interventions,
        { code, name: found.name, authority: 'notify', bounds: [], rationale: null },
      ],
      excluded: content.excluded.filter((one) => one.code !== code),
    });
    // The new row's first limit is where the hands go on.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(':scope > li:last-child input')?.focus(),
    );
  };
  const removed = (previous?.content.interventions ?? []).filter(({ code }) => !present.includes(code));
  return (
    <EditorSection
      section="interventions"
      access={access}
      actions={
        <div style={{ width: '17rem' }}>
          <InterventionSearch
            label="Add an intervention"
            hint="/"
            inputRef={search}
            onPick={add}
            taken={present}
            forbidden={(code) => contraindicationOf(content.precautions, code)?.intervention}
          />
        </div>
      }
    >
      <div data-path="interventions">
        <ul className={classes.list} ref={list}>
          {interventions.map((row, index) => (
            <InterventionRow
              key={row.code}
              row={row}
              index={index}
              precautions={content.precautions}
              weightBearing={content.weightBearing}
              mark={differenceOf(access, 'interventions', row.code)}
              gaps={gapsOfRow(access, 'interventions', index).join('\n')}
              edit={access.edit}
            />
          ))}
        </ul>
      </div>
      <RemovedRows
        rows={removed.map(({ code, name }) => ({ key: code, name }))}
        onPutBack={(code) =>
          change({ interventions: [...interventions, ...removed.filter((one) => one.code === code)] })
        }
      />
      {interventions.length === 0 ? null : (
        <div className={classes.legend}>
          {AUTHORITIES.map((authority) => (
            <span key={authority}>
              <strong>{authority}</strong> {AUTHORITY_WORDS[authority]}
            </span>
          ))}
          <span>The bold end of a limit binds; doing less is always allowed.</span>
        </div>
      )}
      <ExcludedField access={access} />
    </EditorSection>
  );
}

import { loadMeasure } from '#shared/outcomes/registry.ts';
import { rowKey } from '#shared/prescriptions/difference.ts';
import { prescribe } from '#shared/prescriptions/proposals.ts';
import { seriesName } from '#shared/prescriptions/words.ts';
import type { DraftAccess } from './draft-access.ts';
import { EditorSection } from './EditorSection.tsx';
import { MeasureRow } from './MeasureRow.tsx';
import { MeasureSelect } from './MeasureSelect.tsx';
import { RemovedRows } from './RemovedRows.tsx';
import classes from './Editor.module.css';

const MOST_PRIMARY = 3;

/** What the plan is judged by, how often it is measured, and whose error and importance count. */
export function MeasureSection({ access }: { access: DraftAccess }) {
  const { content, change, previous, page } = access;
  const { measures } = content;
  const used = new Set(measures.map(rowKey.series));
  const removed = (previous?.content.measures ?? []).filter((row) => !used.has(rowKey.series(row)));
  const add = (code: string) => {
    const primary = measures.filter(({ role }) => role === 'primary').length;
    const measure = loadMeasure(code);
    const role = primary < MOST_PRIMARY && measure.judgeable ? 'primary' : 'secondary';
    const rows = prescribe(measure, role, page.header.side).filter((row) => !used.has(rowKey.series(row)));
    change({ measures: [...measures, ...rows] });
  };
  return (
    <EditorSection
      section="measures"
      access={access}
      actions={
        <MeasureSelect
          label="Add a measure"
          placeholder="Add a measure"
          width="14rem"
          bodyRegion={page.header.bodyRegion}
          value={null}
          onChange={add}
        />
      }
    >
      {measures.length === 0 ? null : (
        <div className={`${classes.lineHead} ${classes.measure}`} aria-hidden>
          <span>Measure</span>
          <span>Role</span>
          <span>Measured every</span>
          <span>Judged with the error (MDC) and importance (MCID) of</span>
        </div>
      )}
      <ul className={classes.list} data-path="measures">
        {measures.map((measure, index) => (
          <MeasureRow key={rowKey.series(measure)} access={access} measure={measure} index={index} />
        ))}
      </ul>
      <RemovedRows
        rows={removed.map((row) => ({ key: rowKey.series(row), name: seriesName(row) }))}
        onPutBack={(key) =>
          change({ measures: [...measures, ...removed.filter((row) => rowKey.series(row) === key)] })
        }
      />
    </EditorSection>
  );
}

import { ToneIcon } from '#client/ui/ToneIcon.tsx';
import type { Difference } from '#shared/prescriptions/difference.ts';
import type { ContractRow } from './contract-rows.ts';
import { DifferenceMark } from '#client/clinical/DifferenceMark.tsx';
import classes from './Contract.module.css';

interface ContractRowsProps {
  rows: readonly ContractRow[];
  /** What the draft beside it does to these lines: each changed line is marked. */
  differences?: readonly Difference[];
  /** What is said when the section has nothing in it. */
  nothing?: string;
}

/** Lines of a signed version: what, what is said about it, and smaller words below. */
export function ContractRows({ rows, differences = [], nothing = 'Nothing' }: ContractRowsProps) {
  if (rows.length === 0) return <p className={classes.nothing}>{nothing}</p>;
  return (
    <ul className={classes.rows}>
      {rows.map((row) => {
        const change = differences.find((one) => one.path === row.path && one.row === row.row);
        return (
          <li
            key={`${row.path} ${row.row ?? row.what}`}
            className={classes.row}
            data-removed={change?.kind === 'removed'}
            data-text={row.isText === true}
            data-tone={row.tone}
          >
            <span className={classes.what}>
              {row.tone === undefined ? null : <ToneIcon tone={row.tone} />}
              {row.what}
            </span>
            <span className={classes.says}>{row.says}</span>
            {row.note === undefined ? null : <span className={classes.note}>{row.note}</span>}
            {change === undefined ? null : (
              <span className={classes.mark}>
                <DifferenceMark difference={change} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

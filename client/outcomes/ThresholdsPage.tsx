import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { MEASURES } from '#shared/outcomes/registry.ts';
import { useSession } from '#client/platform/session.ts';
import { PageHeader } from '#client/ui/PageHeader.tsx';
import { Thresholds } from './Thresholds.tsx';
import classes from './Scores.module.css';

/** What judges in the clinic where published values differ by population: measures that nothing judges are not asked about. */
const JUDGED = MEASURES.filter(({ judgeable }) => judgeable).map(({ code }) => code);

/** The clinic's choice of published thresholds for every measure, whether or not an episode uses it yet. */
export function ThresholdsPage() {
  const { clinicId } = useSession();
  return (
    <>
      <PageHeader
        title="Thresholds of the outcome measures"
        description={
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/clinical-values" search={{}} />}>
            All clinical values
          </Anchor>
        }
      />
      <div className={classes.page}>
        <Thresholds clinicId={clinicId} codes={JUDGED} />
      </div>
    </>
  );
}

import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Review } from '#shared/oversight/contract.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { testWords } from './test-words.ts';
import classes from './Review.module.css';

type ReviewTest = Review['tests'][number];

/** The tests that a decision asked for, with what came of them: the report and the physiatrist's own reading apart. */
export function AskedTests({ review, decisionId }: { review: Review; decisionId: string }) {
  const asked = review.tests.filter((test) => test.decisionId === decisionId);
  return asked.map((test) => (
    <div key={test.diagnosticOrderId} className={classes.asked}>
      <Text size="xs" fw={600}>
        {testWords(test)}
      </Text>
      <TestResult test={test} episodeId={review.episodeId} />
    </div>
  ));
}

function TestResult({ test, episodeId }: { test: ReviewTest; episodeId: string }) {
  const { date, ago } = useClinicTime();
  if (test.reportText === null) {
    return (
      <Text size="xs" c="dimmed">
        ordered {date(test.orderedOn)}, no result yet ({ago(test.orderedOn)})
      </Text>
    );
  }
  return (
    <>
      <Text size="xs">
        Report{test.resultOn === null ? '' : ` of ${date(test.resultOn)}`}: {test.reportText}
      </Text>
      {test.ownReading === null ? (
        <StatusBadge tone={test.resultFlag === 'critical' ? 'danger' : 'warning'} variant="plain">
          <Anchor
            size="xs"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/episodes/$episodeId/orders"
                params={{ episodeId }}
                search={{ form: 'reading', on: test.diagnosticOrderId }}
              />
            )}
          >
            Not read yet: read and acknowledge
          </Anchor>
        </StatusBadge>
      ) : (
        <Text size="xs">Own reading: {test.ownReading}</Text>
      )}
    </>
  );
}

import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { RESULT_FLAG_LABEL } from '#shared/orders/model.ts';
import type { Review } from '#shared/oversight/contract.ts';
import { useClinicTime } from '#client/platform/clinic-time.ts';
import { StatusBadge } from '#client/ui/StatusBadge.tsx';
import { ReviewBlock } from './ReviewBlock.tsx';
import { testWords, waitsToBeRead } from './test-words.ts';

/** Reports that nobody has read, what needs action today first: a decision is not taken past them. */
export function ResultsToRead({ review: { tests, episodeId } }: { review: Review }) {
  const { date } = useClinicTime();
  const waiting = tests
    .filter(waitsToBeRead)
    .toSorted((a, b) => Number(b.resultFlag === 'critical') - Number(a.resultFlag === 'critical'));
  if (waiting.length === 0) return null;
  return (
    <ReviewBlock title={waiting.length === 1 ? 'Result to read' : 'Results to read'}>
      {waiting.map((test) => (
        <div key={test.diagnosticOrderId}>
          <StatusBadge tone={test.resultFlag === 'critical' ? 'danger' : 'warning'}>
            {test.resultFlag === null || test.resultFlag === 'unremarkable'
              ? 'not read yet'
              : `${RESULT_FLAG_LABEL[test.resultFlag]}, not read yet`}
          </StatusBadge>
          <Text size="sm" fw={600}>
            {testWords(test)}, {date(test.resultOn ?? test.orderedOn)}
          </Text>
          <Text size="sm">{test.reportText}</Text>
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/episodes/$episodeId/orders"
                params={{ episodeId }}
                search={{ form: 'reading', on: test.diagnosticOrderId }}
              />
            )}
          >
            Read and acknowledge
          </Anchor>
        </div>
      ))}
    </ReviewBlock>
  );
}

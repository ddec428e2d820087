import { useQuery } from '@tanstack/react-query';
import { HeaderCount } from '#client/ui/HeaderCount.tsx';
import { taskCountQuery } from './queries.ts';

/** "3 tasks" in the header. */
export function TaskCount() {
  const { data } = useQuery(taskCountQuery);
  return <HeaderCount count={data?.open} one="task" many="tasks" href="/tasks" />;
}

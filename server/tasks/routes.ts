import { tasksApi } from '#shared/tasks/contract.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { completeTask, reopenTask } from './change-status.ts';
import { countTasks, findTasks } from './queries.ts';

export function tasksRoutes(binding: Binding): void {
  bind(binding, tasksApi.count, (ctx) => countTasks(ctx));
  bind(binding, tasksApi.list, findTasks);
  bind(binding, tasksApi.complete, completeTask);
  bind(binding, tasksApi.reopen, reopenTask);
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '#client/platform/routes.tsx';
import { registerAction, registerHeaderItem } from '#client/platform/shell-slots.ts';
import { TaskCount } from './TaskCount.tsx';
import { TaskSearch } from './task-search.ts';

registerHeaderItem('tasks', TaskCount);
registerAction({ id: 'tasks', label: 'My tasks', href: '/tasks' });

/** The pages of this slice, inside the frame. */
export function tasksRoutes(shell: ShellRoute) {
  return [
    createRoute({
      getParentRoute: () => shell,
      path: '/tasks',
      validateSearch: TaskSearch,
      component: lazyRouteComponent(() => import('./TasksPage.tsx'), 'TasksPage'),
    }),
  ] as const;
}

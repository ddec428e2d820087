export { closeTasks, openTask, renewTask } from './open-task.ts';
export type { NewTask } from './repository.ts';

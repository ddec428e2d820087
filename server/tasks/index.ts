export { closeTasks, openTask } from './open-task.ts';
export type { NewTask } from './repository.ts';

import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';
import { TASK_KINDS, taskKind } from './model.ts';

interface Who {
  role: StaffRole;
  staffMemberId: string;
}

interface Owned {
  kind: string;
  ownerId: string | null;
  ownerRole: string | null;
}

/** Whether the task is this person's: named, or their role's. */
export const isOwnTask = (who: Who, task: Owned): boolean =>
  task.ownerId === null ? task.ownerRole === who.role : task.ownerId === who.staffMemberId;

/** Work that ends by itself when it is done cannot be ticked off: a change request is decided, never clicked away. */
export function canTickOff(who: Who, task: Owned): Permission {
  const { closes } = TASK_KINDS[taskKind(task.kind)];
  if (closes.by === 'work') return refuse('closes-by-work', `Closes ${closes.when}.`);
  return isOwnTask(who, task)
    ? ALLOWED
    : refuse('not-yours', 'Only the person or the role that owns a task marks it as done.');
}

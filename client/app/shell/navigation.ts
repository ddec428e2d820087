import {
  IconAdjustmentsHorizontal,
  IconStretching,
  IconCalendarEvent,
  IconChecklist,
  IconInbox,
  IconLayoutList,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { StaffRole } from '#shared/platform/actor.ts';

export interface NavigationEntry {
  label: string;
  href: string;
  Icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** Other addresses that belong to this entry, so that it stays marked: a review was opened from the board. */
  alsoFor?: readonly string[];
}

const board: NavigationEntry = {
  label: 'Board',
  href: '/board',
  Icon: IconLayoutList,
  alsoFor: ['/episodes'],
};
const today: NavigationEntry = {
  label: 'Today',
  href: '/today',
  Icon: IconCalendarEvent,
  alsoFor: ['/sessions'],
};
const intake: NavigationEntry = { label: 'Intake', href: '/intake', Icon: IconInbox };
const teams: NavigationEntry = { label: 'Teams', href: '/teams', Icon: IconUsersGroup };
const patients: NavigationEntry = { label: 'Patients', href: '/patients', Icon: IconUsers };
const exercises: NavigationEntry = { label: 'Exercises', href: '/exercises', Icon: IconStretching };
const values: NavigationEntry = {
  label: 'Values',
  href: '/clinical-values',
  Icon: IconAdjustmentsHorizontal,
};
const tasks: NavigationEntry = { label: 'Tasks', href: '/tasks', Icon: IconChecklist };

/** The pages a role works with, most used first. */
export function navigationFor(role: StaffRole): readonly NavigationEntry[] {
  switch (role) {
    case 'physiatrist':
      return [board, patients, tasks, exercises, values];
    case 'physical-therapist':
    case 'physical-therapist-assistant':
    case 'occupational-therapist':
    case 'speech-therapist':
      return [today, board, patients, tasks, exercises];
    case 'administrator':
      return [intake, teams, patients, tasks, values];
    default:
      return role satisfies never;
  }
}

/** Whether the entry is where the person is. */
export const isCurrent = (entry: NavigationEntry, pathname: string): boolean =>
  [entry.href, ...(entry.alsoFor ?? [])].some((base) => pathname === base || pathname.startsWith(`${base}/`));

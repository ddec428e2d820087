import type { ComponentType } from 'react';
import type { StaffRole } from '#shared/platform/actor.ts';

/** One hit of the search box. `href` is where it leads. */
export interface SearchHit {
  id: string;
  label: string;
  /** One line that tells two people of the same name apart: "58 F, MRN 004417". */
  description?: string;
  href: string;
}

/** A kind of thing that `mod+K` finds, asked while the person types. */
export interface SearchSource {
  id: string;
  /** The heading over its hits: "Patients". */
  group: string;
  /** Roles that may use it; everybody when left out. */
  roles?: readonly StaffRole[];
  search: (query: string, signal: AbortSignal) => Promise<SearchHit[]>;
}

/** An action that `mod+K` offers: "Request for care by phone". */
export interface SearchAction {
  id: string;
  label: string;
  description?: string;
  roles?: readonly StaffRole[];
  href: string;
}

const sources = new Map<string, SearchSource>();
const actions = new Map<string, SearchAction>();
const headerItems = new Map<string, ComponentType>();

/** Adds a kind of thing to the search box. Called once, from a slice's `routes.tsx`. */
export const registerSearch = (source: SearchSource): void => void sources.set(source.id, source);

/** Adds an action to the search box. Called once, from a slice's `routes.tsx`. */
export const registerAction = (action: SearchAction): void => void actions.set(action.id, action);

/** Puts a small component into the header's right side (a `HeaderCount`). Called once, from a slice's `routes.tsx`. */
export const registerHeaderItem = (id: string, item: ComponentType): void => void headerItems.set(id, item);

const allowed = (role: StaffRole) => (entry: { roles?: readonly StaffRole[] }) =>
  entry.roles === undefined || entry.roles.includes(role);

export const searchSourcesFor = (role: StaffRole): SearchSource[] =>
  [...sources.values()].filter(allowed(role));
export const searchActionsFor = (role: StaffRole): SearchAction[] =>
  [...actions.values()].filter(allowed(role));
export const headerItemsInOrder = (): [string, ComponentType][] => [...headerItems];

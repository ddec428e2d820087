import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function tasksRoutes(_binding: Binding): void {}

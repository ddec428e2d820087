import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function sessionsRoutes(_binding: Binding): void {}

import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function careTeamsRoutes(_binding: Binding): void {}

import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function oversightRoutes(_binding: Binding): void {}

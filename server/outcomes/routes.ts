import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function outcomesRoutes(_binding: Binding): void {}

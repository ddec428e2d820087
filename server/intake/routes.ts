import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function intakeRoutes(_binding: Binding): void {}

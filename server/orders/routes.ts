import type { Binding } from '#server/platform/http/bind-endpoint.ts';

export function ordersRoutes(_binding: Binding): void {}

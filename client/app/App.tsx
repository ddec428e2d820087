import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createQueryClient } from '#client/platform/query-client.ts';
import { ThemeProvider } from '#client/ui/ThemeProvider.tsx';
import { createAppRouter } from './router.tsx';

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);

/** Everything that surrounds the pages. */
export function App() {
  return (
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-center" autoClose={4000} limit={3} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeProvider>
  );
}

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { SignInAgain } from '../session/SignInAgain.tsx'
import { ThemeProvider } from '../ui/theme/ThemeProvider.tsx'
import { UndoProvider } from '../ui/UndoBar.tsx'
import { queryClient } from './query-client.ts'
import { router } from './router.ts'
import { SignOutDialog } from './SignOutDialog.tsx'

export function Application() {
  return (
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <UndoProvider>
          <RouterProvider router={router} />
          <SignInAgain />
          <SignOutDialog />
        </UndoProvider>
      </ThemeProvider>
    </QueryClientProvider>
  )
}

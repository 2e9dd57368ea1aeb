import { useId, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { usePage } from './page-context.tsx';

interface SignInProps {
  /** The last token was not accepted. */
  refused: boolean;
  onToken: (token: string) => void;
}

export function SignIn({ refused, onToken }: SignInProps) {
  const { words } = usePage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      aria-labelledby={`${id}-title`}
      className="flex max-w-lg flex-col gap-4 rounded-card bg-surface p-6 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        const token = field.current?.value.trim() ?? '';
        if (token !== '') onToken(token);
      }}
    >
      <h2 id={`${id}-title`} className="text-lg font-semibold">
        {words.signIn.title}
      </h2>
      <p className="text-sm text-muted">{words.signIn.lead}</p>
      <label className="flex flex-col gap-1.5 text-sm font-medium">
        {words.signIn.token}
        <input
          ref={field}
          type="password"
          name="token"
          required
          autoComplete="current-password"
          spellCheck={false}
          aria-invalid={refused}
          aria-describedby={refused ? `${id}-error` : undefined}
          className="min-h-11 rounded-xl border border-line-strong bg-canvas px-3 font-normal"
        />
      </label>
      {refused && (
        <p id={`${id}-error`} role="alert" className="text-sm text-danger">
          {words.signIn.wrong}
        </p>
      )}
      <Button type="submit" look="primary" className="self-start">
        {words.signIn.show}
      </Button>
    </form>
  );
}

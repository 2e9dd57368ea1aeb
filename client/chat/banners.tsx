import { CloudOff, LoaderCircle, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useApp, useAppState } from '../ui/app-context.tsx';

/** The state of the connection and of requests beside the turns, above the conversation. */
export function Banners() {
  const { strings, store } = useApp();
  const connection = useAppState((state) => state.connection);
  const notice = useAppState((state) => state.notice);
  const lost = useAppState((state) => state.conversation.sessionLost);
  const sessionId = useAppState((state) => state.conversation.sessionId);
  const [readSession, setReadSession] = useState<string>();
  return (
    <div role="status">
      {connection === 'reconnecting' && (
        <Banner icon={<LoaderCircle className="size-4 animate-spin" aria-hidden />}>
          {strings.connection.reconnecting}
        </Banner>
      )}
      {connection === 'offline' && (
        <Banner icon={<CloudOff className="size-4" aria-hidden />}>{strings.connection.offline}</Banner>
      )}
      {lost && readSession !== sessionId && (
        <Banner onDismiss={() => setReadSession(sessionId)}>{strings.connection.sessionLost}</Banner>
      )}
      {notice && <Banner onDismiss={() => store.set({ notice: undefined })}>{strings.turn.notices[notice]}</Banner>}
    </div>
  );
}

interface BannerProps {
  icon?: ReactNode;
  onDismiss?: () => void;
  children: string;
}

function Banner({ icon, onDismiss, children }: BannerProps) {
  const { strings } = useApp();
  return (
    <div className="animate-fade border-b border-line bg-warn-soft text-warn">
      <div className="mx-auto flex min-h-11 max-w-[82rem] items-center gap-2.5 px-4 text-sm font-medium sm:px-6 lg:px-8">
        {icon}
        <p className="flex-1 py-2">{children}</p>
        {onDismiss && (
          <button
            type="button"
            aria-label={strings.turn.dismiss}
            onClick={onDismiss}
            className="grid size-11 place-items-center rounded-full"
          >
            <X className="size-4" aria-hidden />
          </button>
        )}
      </div>
    </div>
  );
}

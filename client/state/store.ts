import { createStore } from 'zustand/vanilla';
import { type Conversation, emptyConversation } from './conversation.ts';
import { emptyMarks, type Marks, type MarksEvent, reduceMarks } from './marks.ts';
import { type ConversationEvent, reduce } from './reduce.ts';

/** `connecting`: for the first time; `offline`: the browser itself has no network. */
export type ConnectionStatus = 'connecting' | 'online' | 'reconnecting' | 'offline';

export interface AppState {
  conversation: Conversation;
  connection: ConnectionStatus;
  marks: Marks;
  /** A request beside the turns that failed, by its code; shown until dismissed. */
  notice?: 'interaction-failed' | 'cancel-failed' | 'not-heard';
  /** A turn that the shopper wants to be taken to. */
  wantedTurn?: string;
}

export interface AppStore {
  get(): AppState;
  subscribe(listener: () => void): () => void;
  dispatch(event: ConversationEvent): void;
  mark(event: MarksEvent): void;
  set(change: Partial<Pick<AppState, 'connection' | 'notice' | 'wantedTurn'>>): void;
}

/** Only the holder: every change of the conversation goes through the pure reducers. */
export function createAppStore(): AppStore {
  const store = createStore<AppState>(() => ({
    conversation: emptyConversation(),
    connection: 'connecting',
    marks: emptyMarks(),
  }));
  return {
    get: store.getState,
    subscribe: store.subscribe,
    dispatch: (event) => store.setState((state) => ({ conversation: reduce(state.conversation, event) })),
    mark: (event) => store.setState((state) => ({ marks: reduceMarks(state.marks, event) })),
    set: (change) => store.setState(change),
  };
}

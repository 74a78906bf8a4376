/** What was just done, said in the desk after the next script has come. It outlives the desk of one script. */
type Listener = () => void;

let said = '';
const listeners = new Set<Listener>();

export const deskStatus = {
  say: (text: string) => {
    said = text;
    for (const listener of listeners) listener();
  },
  read: (): string => said,
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

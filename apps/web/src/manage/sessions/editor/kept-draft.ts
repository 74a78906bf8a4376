import { EMPTY_DRAFT, type DraftValues } from './draft';

/** What was typed and not saved, kept in this tab over reloads. */
export interface KeptDraft {
  read: () => DraftValues | null;
  write: (values: DraftValues) => void;
  forget: () => void;
}

export function keptDraft(sessionId: string | null): KeptDraft {
  const key = `hz-session-draft:${sessionId ?? 'new'}`;
  return {
    read: () => {
      try {
        const text = sessionStorage.getItem(key);
        // A draft from before a field was added has that field's usual value.
        return text === null ? null : { ...EMPTY_DRAFT, ...(JSON.parse(text) as Partial<DraftValues>) };
      } catch {
        return null;
      }
    },
    write: (values) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(values));
      } catch {
        // Without storage a reload loses what was typed; saving still works.
      }
    },
    forget: () => {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // Nothing was kept then.
      }
    },
  };
}

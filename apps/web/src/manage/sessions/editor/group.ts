import type { DraftValues } from './draft';
import type { Problems } from './problems';

/** What each group of fields gets. */
export interface GroupProps {
  values: DraftValues;
  problems: Problems;
  set: <Name extends keyof DraftValues>(name: Name, value: DraftValues[Name]) => void;
}

export const fieldId = (name: string): string => `session-${name}`;

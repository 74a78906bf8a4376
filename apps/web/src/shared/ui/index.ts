export { Badge, type Tone } from './badge';
export { Dialog, SidePanel } from './dialog';
export { Card, Facts, Page, Section, TableFrame, whole } from './page';
export { ErrorSummary } from './error-summary';

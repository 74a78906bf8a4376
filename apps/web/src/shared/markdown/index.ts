export { InlineMarkdown, Markdown } from './markdown';

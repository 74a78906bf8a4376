import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './markdown.module.css';
import { loadMath, mayHoldMath, renderMarkdown, type MathRenderer } from './render';

interface Props {
  source: string;
  /** What stands in the gaps `[[id]]` of the text. */
  gap?: (id: string) => ReactNode;
  className?: string;
}

/** A text in Markdown with formulas, code and tables. */
export function Markdown({ source, gap, className }: Props) {
  const math = useMath(source);
  const html = useMemo(() => renderMarkdown(source, math), [source, math]);
  const holder = useRef<HTMLDivElement>(null);
  const [gaps, setGaps] = useState<HTMLElement[]>([]);
  useLayoutEffect(() => {
    if (gap !== undefined) setGaps([...(holder.current?.querySelectorAll<HTMLElement>('[data-gap]') ?? [])]);
  }, [html, gap === undefined]);
  const content = useMemo(() => ({ __html: html }), [html]);
  return (
    <>
      <div ref={holder} className={`${classes.text} ${className ?? ''}`} dangerouslySetInnerHTML={content} />
      {gap && gaps.map((element) => createPortal(gap(element.dataset['gap']!), element, element.dataset['gap']))}
    </>
  );
}

/** The same within a line: the text of a choice. */
export function InlineMarkdown({ source }: { source: string }) {
  const math = useMath(source);
  const html = useMemo(() => renderMarkdown(source, math).replace(/^<p>([\s\S]*)<\/p>$/, '$1'), [source, math]);
  const block = /<(?:p|table|ul|ol|div|blockquote)/.test(html);
  return block ? (
    <div className={classes.text} dangerouslySetInnerHTML={{ __html: html }} />
  ) : (
    <span className={classes.line} dangerouslySetInnerHTML={{ __html: html }} />
  );
}

function useMath(source: string): MathRenderer | null {
  const [math, setMath] = useState<MathRenderer | null>(null);
  const needed = mayHoldMath(source);
  useEffect(() => {
    if (!needed) return;
    let gone = false;
    loadMath()
      .then((loaded) => {
        if (!gone) setMath(() => loaded);
      })
      // Without the renderer formulas stay readable as TeX.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [needed]);
  return math;
}

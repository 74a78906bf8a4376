import { useEffect } from 'react';
import { commonTexts, useTexts } from './texts';

/** The title of the window: what this page is, then the product. */
export function usePageTitle(title: string): void {
  const product = useTexts(commonTexts)('product');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Select, TextInput } from '@mantine/core';
import { Icon } from '../icons';
import { useTexts } from '../texts';
import { commonTexts } from '../texts';
import type { Filters } from './filters';
import classes from './staff.module.css';
import { staffTexts } from './texts';

const PAUSE_MS = 300;

export function FilterBar({ children }: { children: ReactNode }) {
  return <search className={`${classes.filters} hz-no-print`}>{children}</search>;
}

interface SearchProps {
  filters: Filters;
  label: string;
  name?: string;
  placeholder?: string;
}

/** Searches when one pauses in typing; the text stands in the address. */
export function SearchField({ filters, label, name = 'q', placeholder }: SearchProps) {
  const t = useTexts(commonTexts);
  const applied = filters.get(name);
  const [text, setText] = useState(applied);
  const typed = useRef(applied);
  const apply = useRef(filters.set);
  apply.current = filters.set;
  useEffect(() => {
    // The address changed from elsewhere, such as "clear filters" or the way back.
    if (applied !== typed.current) {
      typed.current = applied;
      setText(applied);
    }
  }, [applied]);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (text === typed.current) return;
      typed.current = text.trim();
      apply.current(name, text.trim());
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, name]);
  return (
    <TextInput
      type="search"
      className={classes.search}
      label={label}
      placeholder={placeholder ?? t('search')}
      leftSection={<Icon name="search" size={18} />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

interface SelectProps {
  filters: Filters;
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  searchable?: boolean;
}

export function FilterSelect({ filters, name, label, options, searchable = false }: SelectProps) {
  const t = useTexts(commonTexts);
  const staff = useTexts(staffTexts);
  const value = filters.get(name);
  return (
    <Select
      label={label}
      placeholder={t('all')}
      clearable
      searchable={searchable}
      data={[...options]}
      value={value === '' ? null : value}
      onChange={(chosen) => filters.set(name, chosen)}
      clearButtonProps={{ 'aria-label': `${staff('clearField')}: ${label}` }}
    />
  );
}

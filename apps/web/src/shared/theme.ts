import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e9f5f3',
  '#cfe8e5',
  '#a3d4cf',
  '#83d3cb',
  '#62c3ba',
  '#2f938d',
  '#1a7a76',
  '#126a67',
  '#0b5c5a',
  '#064341',
];
const red: MantineColorsTuple = [
  '#fbeae7',
  '#f6d0ca',
  '#f2b3ab',
  '#f2938a',
  '#e87367',
  '#d5503f',
  '#c23a2b',
  '#b32d22',
  '#a3241b',
  '#7d1710',
];
const amber: MantineColorsTuple = [
  '#fbf0da',
  '#f6e0b4',
  '#efcd88',
  '#e8ba63',
  '#dca33b',
  '#c08619',
  '#a56c07',
  '#945d00',
  '#855000',
  '#613a00',
];
const gray: MantineColorsTuple = [
  '#f6f5f1',
  '#edece6',
  '#e2e3dd',
  '#d8dad4',
  '#bcc2be',
  '#8a9390',
  '#66716e',
  '#4b5754',
  '#2b3634',
  '#16211f',
];
const dark: MantineColorsTuple = [
  '#e7ecea',
  '#cbd4d1',
  '#a9b6b2',
  '#71807c',
  '#3d4a47',
  '#2d3836',
  '#1e2726',
  '#171e1d',
  '#0f1514',
  '#0b100f',
];

/** The component library in our colours: filled parts use shade 8 on paper and 6 in the dark, both above 4.5:1 with white. */
export const theme = createTheme({
  colors: { teal, red, amber, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 6 },
  fontFamily: 'var(--hz-font)',
  fontFamilyMonospace: 'var(--hz-font-mono)',
  headings: { fontFamily: 'var(--hz-font)', fontWeight: '650' },
  defaultRadius: 'md',
  radius: { md: '8px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  lineHeights: { md: '1.6' },
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', comboboxProps: { withinPortal: true } } },
    Textarea: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    InputWrapper: { styles: { label: { marginBottom: 4 }, description: { marginBottom: 4 } } },
    // Its heading is a `header` in a dialog: left alone it would be a second banner of the page.
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontSize: 18, fontWeight: 650 } },
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 120 }, attributes: { header: { role: 'presentation' } } },
    },
    Tabs: { styles: { tab: { fontSize: 16, minHeight: 44, paddingInline: 'clamp(10px, 2.8vw, 20px)' } } },
    Menu: { defaultProps: { transitionProps: { duration: 100 } } },
  },
});

export const cssVariables: CSSVariablesResolver = () => {
  const common = {
    '--mantine-color-body': 'var(--hz-paper)',
    '--mantine-color-text': 'var(--hz-ink)',
    '--mantine-color-dimmed': 'var(--hz-ink-soft)',
    '--mantine-color-anchor': 'var(--hz-brand)',
    '--mantine-color-error': 'var(--hz-red)',
    '--mantine-color-placeholder': 'var(--hz-ink-soft)',
    '--mantine-color-default': 'var(--hz-surface)',
    '--mantine-color-default-hover': 'var(--hz-sunken)',
    '--mantine-color-default-color': 'var(--hz-ink)',
    '--mantine-color-default-border': 'var(--hz-line-strong)',
  };
  return { variables: {}, light: common, dark: common };
};

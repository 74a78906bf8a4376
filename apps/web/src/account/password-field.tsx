import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTexts } from '../shared/texts';
import { accountTexts } from './texts';

/** A password field whose eye has a name. */
export function PasswordField(props: PasswordInputProps) {
  const t = useTexts(accountTexts);
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }} {...props} />;
}

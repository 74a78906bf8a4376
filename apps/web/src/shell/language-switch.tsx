import { useQueryClient } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { Icon } from '../shared/icons';
import { setLanguage, useLanguage } from '../shared/language';
import { ME_KEY, useMe } from '../shared/session/me';
import { useTexts } from '../shared/texts';
import classes from './shell.module.css';
import { shellTexts } from './texts';

/** Changes the language where one stands, and keeps it with the account. */
export function LanguageSwitch() {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const { me } = useMe();
  const client = useQueryClient();
  const other = language === 'zh' ? 'en' : 'zh';
  const change = () => {
    setLanguage(other);
    if (!me) return;
    // The page has changed already; that the account does not know it yet is no reason to disturb.
    api
      .PATCH('/api/v1/me', { body: { language: other } })
      .then(() => client.invalidateQueries({ queryKey: ME_KEY }))
      .catch(() => undefined);
  };
  return (
    <button type="button" className={classes.tool} lang={other === 'en' ? 'en' : 'zh-CN'} onClick={change}>
      <span className={classes.wide}>
        <Icon name="language" />
      </span>
      <span>{t('switchLanguage')}</span>
    </button>
  );
}

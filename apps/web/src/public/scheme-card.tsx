import type { SchemeView } from '../shared/api/types';
import { Link } from 'react-router';
import { useLevelName } from '../shared/levels';
import { Localized, useLocalized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Badge } from '../shared/ui';
import classes from './home.module.css';
import { publicTexts } from './texts';

export function SchemeCard({ scheme, open }: { scheme: SchemeView; open: boolean }) {
  const t = useTexts(publicTexts);
  const local = useLocalized();
  const levelName = useLevelName();
  const parts = scheme.body.components.map(({ title, weight }) =>
    t('componentWeight', { title: local(title), weight }),
  );
  return (
    <Link to={`/schemes/${scheme.code}`} className={classes.scheme}>
      <div className={classes.badges}>
        <Badge tone="plain">{levelName(scheme.level)}</Badge>
        {open && (
          <Badge tone="calm" icon="check">
            {t('openNow')}
          </Badge>
        )}
      </div>
      <h3>
        <Localized text={scheme.body.title} />
      </h3>
      <p className="hz-whole">{parts.join(' · ')}</p>
    </Link>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Localized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Card, Section } from '../shared/ui';
import { roleQuery } from './api';
import classes from './role-skills.module.css';
import { publicTexts } from './texts';

/** What the role is about. Not needed to decide anything: while it is missing the page does without. */
export function RoleSkills({ roleId }: { roleId: string }) {
  const t = useTexts(publicTexts);
  const { data } = useQuery(roleQuery(roleId));
  if (!data) return null;
  return (
    <Section title={t('skillsTitle')} note={t('skillsNote')}>
      <Card>
        <dl className={classes.headings}>
          {data.headings.map(({ id, name, skills }) => (
            <div key={id}>
              <dt>
                <Localized text={name} />
              </dt>
              {skills.map((skill) => (
                <dd key={skill.id}>
                  <Localized text={skill.name} />
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </Card>
    </Section>
  );
}

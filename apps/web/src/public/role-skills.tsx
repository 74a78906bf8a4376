import { useQuery } from '@tanstack/react-query';
import { Localized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Card, Section } from '../shared/ui';
import { roleQuery } from './api';
import classes from './role-skills.module.css';
import { publicTexts } from './texts';

/** What the role is about, the weightiest skills first. Not needed to decide anything: while it is missing the page does without. */
export function RoleSkills({ roleId }: { roleId: string }) {
  const t = useTexts(publicTexts);
  const { data } = useQuery(roleQuery(roleId));
  if (!data) return null;
  const all = [...data.headings.flatMap(({ skills }) => skills), ...data.added.map(({ skill }) => skill)];
  const skills = [...new Map(all.map((skill) => [skill.id, skill])).values()].sort((a, b) => b.emphasis - a.emphasis);
  return (
    <Section title={t('skillsTitle')} note={t('skillsNote')}>
      <Card>
        <ul className={classes.skills}>
          {skills.map(({ id, name }) => (
            <li key={id}>
              <Localized text={name} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}

import { useState } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ErrorState, LoadingState } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { useLevelName } from '../../shared/levels';
import { useLocalized } from '../../shared/localized';
import { Markdown } from '../../shared/markdown';
import { RequireRole } from '../../shared/session/require-role';
import { useWords } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Card, Facts, Page, Section } from '../../shared/ui';
import { useSkills } from '../skills';
import { itemQuery, type ItemDetail } from './api';
import { ItemBodyView } from './item-body';
import { RubricTable, RuleFacts } from './key-view';
import { itemTexts } from './texts';

export function ItemPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(itemQuery(id));
  return (
    <RequireRole roles={['author', 'reviewer', 'administrator']}>
      {data ? <Item item={data} /> : error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState />}
    </RequireRole>
  );
}

function Item({ item }: { item: ItemDetail }) {
  const t = useTexts(itemTexts);
  const words = useWords();
  const [keyShown, setKeyShown] = useState(true);
  const { key } = item;
  return (
    <Page
      title={item.code}
      lead={`${words.type(item.type)} · ${words.pool(item.pool)} · ${t('versionValue', { version: item.version })}`}
      back={{ to: '/manage/items', text: t('toItems') }}
      actions={
        <Button variant="default" onClick={() => setKeyShown(!keyShown)}>
          {t(keyShown ? 'withoutKey' : 'withKey')}
        </Button>
      }
    >
      <Section title={t('itemAndKey')}>
        <Card>
          <ItemBodyView
            body={item.body}
            {...(keyShown && { rule: key.rule, optionRationales: key.optionRationales })}
          />
          {keyShown && <RuleFacts rule={key.rule} />}
        </Card>
      </Section>
      {keyShown && <KeyTexts item={item} />}
      <Section title={t('data')}>
        <Card>
          <Data item={item} />
        </Card>
      </Section>
    </Page>
  );
}

function KeyTexts({ item: { key } }: { item: ItemDetail }) {
  const t = useTexts(itemTexts);
  const local = useLocalized();
  return (
    <>
      <Section title={t('rationale')}>
        <Card>
          <Markdown source={local(key.rationale)} />
        </Card>
      </Section>
      {key.rubric && (
        <Section title={t('rubric')}>
          <Card>
            <RubricTable rubric={key.rubric} />
          </Card>
        </Section>
      )}
      {key.exemplar && (
        <Section title={t('exemplar')}>
          <Card>
            <Markdown source={local(key.exemplar)} />
          </Card>
        </Section>
      )}
    </>
  );
}

function Data({ item }: { item: ItemDetail }) {
  const t = useTexts(itemTexts);
  const words = useWords();
  const format = useFormat();
  const local = useLocalized();
  const levelName = useLevelName();
  const skills = useSkills(item.bankId);
  return (
    <Facts
      rows={[
        [t('skill'), skills.nameOf(item.skillId)],
        [t('level'), levelName(item.level)],
        [t('cognitive'), words.cognitive(item.cognitive)],
        [t('points'), format.points(item.points)],
        [t('facility'), format.percent(Number(item.facility) * 100, 0)],
        [t('time'), format.duration(item.seconds * 1000)],
        [t('bank'), item.bankId],
        [t('source'), local(item.source)],
        [t('versions'), item.versions.map(({ version }) => version).join(' · ')],
      ]}
    />
  );
}

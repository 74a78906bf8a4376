import { responseRuleSchema } from '@hz/scoring/contract';
import { ITEM_TYPES, itemBodySchema } from '@hz/kernel';
import { ALL_TYPES_YAML } from './all-types.fixture';
import { readItemFile, type ReadItem } from './read-item-file';

const noImages = () => null;
const read = (text: string, images: (source: string) => string | null = noImages) =>
  readItemFile('demo.yaml', text, images);
const item = (id: string): ReadItem => read(ALL_TYPES_YAML).items.find(({ entry }) => entry.id === id)!;
const lineOf = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('a bank file', () => {
  it('is read, one item of each type', () => {
    const { items, problems } = read(ALL_TYPES_YAML);
    expect(problems).toEqual([]);
    expect(items.map(({ entry }) => entry.type).sort()).toEqual([...ITEM_TYPES].sort());
    for (const { content } of items) {
      expect(itemBodySchema.strict().parse(content.body)).toEqual(content.body);
      expect(responseRuleSchema.parse(content.key.rule)).toEqual(content.key.rule);
    }
  });

  it('P3 keeps every key out of the candidate part', () => {
    const { items } = read(ALL_TYPES_YAML);
    expect(JSON.stringify(items.map(({ content }) => content.body))).not.toContain('KEY-CANARY');
    expect(JSON.stringify(items.map(({ content }) => content.key))).toContain('KEY-CANARY');
  });

  it('P3 gives letters that say nothing about the order or the pairs', () => {
    const reversed = (id: string, ...texts: [string, string][]) =>
      read(
        texts.reduce((file, [a, b]) => file.replace(a, '#').replace(b, a).replace('#', b), ALL_TYPES_YAML),
      ).items.find(({ entry }) => entry.id === id)!;
    const order = reversed('fx-order', ['zh: 明确目标, en: state the goal', 'zh: 用样例评测, en: evaluate on samples']);
    expect(order.content.body).toEqual(item('fx-order').content.body);
    expect(order.content.key.rule).not.toEqual(item('fx-order').content.key.rule);
    const match = reversed('fx-match', [
      'zh: 引入外部知识, en: bring in outside knowledge',
      'zh: 分步推理, en: reason in steps',
    ]);
    expect(match.content.body).toEqual(item('fx-match').content.body);
    expect(match.content.key.rule).not.toEqual(item('fx-match').content.key.rule);
  });

  it('does not say how many options are right', () => {
    expect(item('fx-multiple').content.body.interaction).toMatchObject({ maxChoices: 0 });
  });

  it('reads points as exact decimals and units in both languages', () => {
    expect(item('fx-numeric').content).toMatchObject({
      points: '2.5',
      facility: '0.550',
      key: { rule: { answer: '0.75', units: ['元', 'CNY'] } },
    });
  });

  it.each<[string, string, string, string]>([
    ['a second key', 'en: the task alone, why', 'en: the task alone, key: true, why', 'exactly one option'],
    [
      'every option a key',
      'en: raise the temperature, why',
      'en: raise the temperature, key: true, why',
      'not every option',
    ],
    ['an option twice', 'id: C, zh: 只给示例', 'id: B, zh: 只给示例', 'this id stands twice'],
    ['a text twice', 'zh: 只给示例', 'zh: 只给任务', 'this text stands twice'],
    ['no reason for an option', ', key: true, why: { zh: 乙, en: two } }', ', key: true }', 'why is missing'],
    ['a misspelt field', 'accept:', 'accepts:', 'accept'],
    ['no English', '"温度越高输出越稳定。", en: "A higher temperature makes output steadier."', '温度', 'stem.en'],
    ['an unknown pool', 'pool: exam\n    facility: 0.8', 'pool: live\n    facility: 0.8', 'pool'],
    ['a facility above one', 'facility: 0.8', 'facility: 1.8', 'facility'],
    ['an answer that is no decimal', 'answer: "0.75"', 'answer: three quarters', 'decimal'],
    ['a negative tolerance', 'absolute: "0.01"', 'absolute: "-0.01"', 'negative'],
    ['a gap that the stem lacks', '[[g2]] limits', '[[g3]] limits', 'gaps g1, g3'],
    [
      'a gap key that is no option',
      'key: B }\n    scoring: share',
      'key: C }\n    scoring: share',
      'no option of this gap',
    ],
    ['a rubric that does not add up', 'points: 5.5', 'points: 6', 'give 5.5 points'],
    ['rubric levels that fall', 'points: 2, zh: 部分', 'points: 4, zh: 部分', 'rise'],
    ['a distractor that is a target', 'zh: 降低延迟', 'zh: 分步推理', 'also the target'],
    ['raw HTML', '温度越高输出', '温度<b>越高</b>输出', 'raw HTML'],
    ['a missing image', '温度越高输出', '![图](images/no.svg)', 'does not exist'],
    ['an image from elsewhere', '温度越高输出', '![图](https://x.org/a.svg)', 'only images/'],
    ['a formula that does not parse', '设 $n = 3$', '设 $\\frac{1$', 'formula'],
    ['an accepted text of nothing', '"思维链"', '"​"', 'not gain all points'],
  ])('reports %s and loads the other eight', (_, from, to, message) => {
    expect(ALL_TYPES_YAML).toContain(from);
    const text = ALL_TYPES_YAML.replace(from, to);
    const { items, problems } = read(text);
    expect(items).toHaveLength(8);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
  });

  it('says the line', () => {
    const text = ALL_TYPES_YAML.replace('facility: 0.8', 'facility: 1.8');
    expect(read(text).problems).toMatchObject([{ file: 'demo.yaml', line: lineOf(text, 'facility: 1.8') }]);
    const html = ALL_TYPES_YAML.replace('zh: 丙', 'zh: <i>丙</i>');
    expect(read(html).problems).toMatchObject([{ line: lineOf(html, '<i>') }]);
  });

  it('loads the rest of a file whose syntax is broken in one entry', () => {
    const text = ALL_TYPES_YAML.replace('越稳定。"', '越稳定。');
    const { items, problems } = read(text);
    expect(items).toHaveLength(8);
    expect(problems).toMatchObject([{ line: lineOf(text, '"温度越高') }]);
  });

  it('reports a file that is no list of items', () => {
    expect(read('hello').problems).toHaveLength(1);
    expect(read('bank: x\nitems: 3').problems).toMatchObject([{ line: 2 }]);
  });

  it('takes an image with alternative text, and refuses one that is active', () => {
    const text = ALL_TYPES_YAML.replace('温度越高输出', '![流程图](images/flow.svg)');
    expect(read(text, () => '<svg></svg>').problems).toEqual([]);
    expect(read(text, () => '<svg onload="x()"></svg>').problems[0]!.message).toContain('scripts');
    expect(read(text.replace('![流程图]', '![]'), () => '<svg/>').problems[0]!.message).toContain('alternative text');
  });

  it('does not take code and prices for HTML and formulas', () => {
    const text = ALL_TYPES_YAML.replace('温度越高输出', '用 `<b>$x` 写，价格 $5 到 $10，a < b');
    expect(read(text).problems).toEqual([]);
  });
});

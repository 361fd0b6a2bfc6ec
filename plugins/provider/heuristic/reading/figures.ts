/** Numbers of a prompt that want to be seen as a chart. */
export interface Figures {
  readonly chart: 'columns' | 'bars' | 'pie' | 'donut' | 'curve';
  /** `%`, or nothing. */
  readonly unit: '%' | '';
  readonly points: readonly Figure[];
}

export interface Figure {
  /** What is counted; of a curve the moment, as a number where it is one. */
  readonly label: string;
  readonly value: number;
}

const CHART =
  /\b(?:charts?|graphs?|diagrams?|bars?|pie|donuts?|doughnuts?|plot|curve|figures|sales|revenues?|votes?|polls?|surveys?|temperatures?|populations?|compare[sd]?|comparison|spent|budget|share[sd]?|results?|statistics|stats|growth|costs?|scores?|numbers)\b/i;
const NUMBER = String.raw`-?\d+(?:[.,]\d+)?`;
const FEWEST = 2;
const MOST = 12;
const MOST_LABEL = 18;
/** Words that stand before a number and name nothing. */
const IDLE =
  /^(?:a|an|the|of|in|and|or|to|from|with|by|at|for|is|are|was|about|only|just|chart|graph|pie|bar|bars|line|donut|show|as|our|their|its|my|we|have|has|had|votes?|sales|up|then|where|money|spent|how|comparing|compare)$/i;

const amountOf = (text: string): number => Number(text.replace(',', '.'));

/** The figures of a prompt, or null where it has fewer than two or speaks of something else. */
export function readFigures(prompt: string): Figures | null {
  if (!CHART.test(prompt)) return null;
  const series = readSeries(prompt);
  const points = series ?? readShares(prompt) ?? readPairs(prompt);
  if (points === null || points.length < FEWEST || points.length > MOST) return null;
  const unit = /\d\s*(?:%|percent)/i.test(prompt) ? '%' : '';
  return { chart: chartFor(prompt, points, series !== null, unit), unit, points };
}

function chartFor(prompt: string, points: readonly Figure[], series: boolean, unit: string): Figures['chart'] {
  if (/\b(?:donut|doughnut|ring)\b/i.test(prompt)) return 'donut';
  if (/\bpie\b/i.test(prompt)) return 'pie';
  if (series || points.some(({ value }) => value < 0)) return 'curve';
  if (/\b(?:line chart|line graph|curve)\b/i.test(prompt)) return 'curve';
  const whole = points.reduce((sum, { value }) => sum + value, 0);
  if (unit === '%' && Math.abs(whole - 100) <= 5) return 'pie';
  return /\bbars?\b/i.test(prompt) && !/\bbar chart\b/i.test(prompt) ? 'bars' : 'columns';
}

/** "10, 20 and 35 in 2021, 2022 and 2023", "from 5 in 2019 to 30 in 2024", "from 2 to 50". */
function readSeries(prompt: string): Figure[] | null {
  const list = String.raw`${NUMBER}(?:\s*(?:,|and|,\s*and)\s*${NUMBER})+`;
  const years = new RegExp(
    String.raw`(${list})[^.;]*?\b(?:in|for)\s+((?:19|20)\d\d(?:\s*(?:,|and|,\s*and)\s*(?:19|20)\d\d)+)`,
    'i',
  ).exec(prompt);
  const numbersIn = (text = ''): number[] =>
    [...text.matchAll(new RegExp(NUMBER, 'g'))].map(([each]) => amountOf(each));
  if (years) {
    const [values, moments] = [numbersIn(years[1]), numbersIn(years[2])];
    if (values.length === moments.length) return values.map((value, at) => ({ label: String(moments[at]), value }));
  }
  const span = new RegExp(
    String.raw`\bfrom\s+(${NUMBER})\s*(?:%|\w+)?\s+in\s+(\d{4})\s+to\s+(${NUMBER})\s*(?:%|\w+)?\s+in\s+(\d{4})`,
    'i',
  ).exec(prompt);
  if (span) {
    const [, from = '', start = '', to = '', end = ''] = span;
    return [
      { label: start, value: amountOf(from) },
      { label: end, value: amountOf(to) },
    ];
  }
  const growth = new RegExp(String.raw`\bfrom\s+(${NUMBER})\s+to\s+(${NUMBER})`, 'i').exec(prompt);
  if (!growth) return null;
  const [, from = '', to = ''] = growth;
  return [
    { label: '0', value: amountOf(from) },
    { label: '1', value: amountOf(to) },
  ];
}

/** "40% red, 35% blue". */
function readShares(prompt: string): Figure[] | null {
  const found = [...prompt.matchAll(/(\d+(?:[.,]\d+)?)\s*(?:%|percent)\s+(?:of\s+)?(\p{L}[\p{L}\p{M}'-]*)/giu)];
  const points = found.flatMap(([, value = '', label = '']) =>
    IDLE.test(label) ? [] : [{ label, value: amountOf(value) }],
  );
  return points.length >= FEWEST ? points : null;
}

/** "apples 3, pears 5", "Rome: 3", "cats 60%". */
function readPairs(prompt: string): Figure[] | null {
  const pairs = new RegExp(
    String.raw`(\p{L}[\p{L}\p{M}'-]*(?: \p{L}[\p{L}\p{M}'-]*)?)\s*[:=]?\s+(${NUMBER})(?=\s*(?:%|percent)?\s*(?:[,.;]|(?:and|in|as|on)\b|$))`,
    'giu',
  );
  const points = [...prompt.matchAll(pairs)].flatMap(([, words = '', value = '']) => {
    const label = words
      .split(' ')
      .filter((word) => !IDLE.test(word))
      .join(' ')
      .slice(0, MOST_LABEL);
    return label === '' ? [] : [{ label, value: amountOf(value) }];
  });
  return points.length >= FEWEST ? points : null;
}

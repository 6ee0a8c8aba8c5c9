// What every engine works out of the file of bench/make_opportunities.cc, and how it tells it.

export const asOf = '2025-06-30';
export const periodBegin = '2025-04-01';

/** In the order of the file, with the types of SQL. */
export const columns = {
  id: 'VARCHAR', name: 'VARCHAR', account: 'VARCHAR', owner: 'VARCHAR', team: 'VARCHAR', region: 'VARCHAR',
  segment: 'VARCHAR', product: 'VARCHAR', stage: 'VARCHAR', amount: 'DECIMAL(18,2)', currency: 'VARCHAR',
  probability: 'INTEGER', forecast_category: 'VARCHAR', created_date: 'DATE', close_date: 'DATE', closed_date: 'DATE',
  stage_date: 'DATE', last_activity_date: 'DATE', next_step: 'VARCHAR', lead_source: 'VARCHAR', loss_reason: 'VARCHAR',
};

/** Percent by stage. */
export const weights = { Prospect: 10, Discovery: 20, Demo: 40, Proposal: 60, Negotiation: 80 };

export function stageWeights() {
  return Object.entries(weights).map(([stage, weight]) => `WHEN '${stage}' THEN ${weight}`).join(' ');
}

/** The measures of a group in SQL. */
export function measures(asOfDay, firstDay) {
  const count = (condition) => `count(*) FILTER (WHERE ${condition})`;
  const sum = (value, condition) => `sum(${value}) FILTER (WHERE ${condition})`;
  return `${count('state = 0')} AS open, ${sum('amount', 'state = 0')} AS amount,
    ${sum('amount * weight', 'state = 0')} AS weighted, ${count('state = 1')} AS won, ${count('state = 2')} AS lost,
    ${sum('amount', `state = 1 AND closed_date BETWEEN ${firstDay} AND ${asOfDay}`)} AS won_in_period,
    ${count(`state = 0 AND close_date < ${asOfDay}`)} AS past,
    ${sum('amount', `state = 0 AND close_date < ${asOfDay}`)} AS past_amount,
    ${count('state = 0 AND next_step IS NULL')} AS no_step,
    ${count(`state = 0 AND ${asOfDay} - coalesce(last_activity_date, created_date) > 14`)} AS stale`;
}

/** Prints the figures as JSON, all as numbers, for compare_engines.py. */
export function told(groups, velocity, unique, again) {
  const numbers = (row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? 0 : Number(value)]));
  const figures = {};
  for (const { kind, key, ...row } of groups) {
    const { stage, category, owner, team, ...rest } = row;
    figures[`${kind} ${key ?? ''}`.trim()] = numbers(rest);
  }
  console.log(JSON.stringify({ groups: figures, velocity: numbers(velocity), unique, again }));
}

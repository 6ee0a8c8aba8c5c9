// The figures of a win/loss report by DuckDB, medians exact: node duckdb_win_loss.mjs FILE THREADS
import { DuckDBInstance } from '@duckdb/node-api';
import { columns } from './figures.mjs';

const [file, threads] = process.argv.slice(2);
const dimensions = ['owner', 'team', 'segment', 'region', 'product', 'lead_source'];
const database = await DuckDBInstance.create(':memory:', { threads });
const connection = await database.connect();
const types = Object.entries(columns).map(([name, type]) => `${name}: '${type}'`).join(', ');
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();

await connection.run(`CREATE TABLE deals AS
  SELECT ${dimensions.join(', ')}, loss_reason, amount, closed_date, closed_date - created_date AS days,
         CASE stage WHEN 'Closed Won' THEN 1 WHEN 'Closed Lost' THEN 2 ELSE 0 END AS state
  FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`);
const sets = [...dimensions, 'loss_reason', 'quarter'];
const groups = await rows(`
  SELECT CASE ${sets.map((name) => `WHEN GROUPING(${name}) = 0 THEN '${name}'`).join(' ')} ELSE 'all' END AS kind,
         coalesce(${sets.join(', ')}) AS key,
         count(*) FILTER (WHERE state = 1) AS won, count(*) FILTER (WHERE state = 2) AS lost,
         sum(amount) FILTER (WHERE state = 1) AS won_amount, sum(amount) FILTER (WHERE state = 2) AS lost_amount
  FROM (SELECT *, year(closed_date) || '-Q' || quarter(closed_date) AS quarter FROM deals WHERE state > 0)
  GROUP BY GROUPING SETS (${sets.map((name) => `(${name})`).join(', ')}, ())`);
const overall = await rows(`
  SELECT median(amount) FILTER (WHERE state = 1) AS median_won_amount,
         avg(days) FILTER (WHERE state = 1) AS mean_cycle_days_won,
         median(days) FILTER (WHERE state = 1) AS median_cycle_days_won,
         avg(days) FILTER (WHERE state = 2) AS mean_cycle_days_lost,
         median(days) FILTER (WHERE state = 2) AS median_cycle_days_lost FROM deals`);
const numbers = (row) => Object.fromEntries(
  Object.entries(row).filter(([name]) => name !== 'kind' && name !== 'key').map(([name, value]) => [name, Number(value ?? 0)]));
console.log(JSON.stringify({
  groups: Object.fromEntries(groups.map((row) => [`${row.kind} ${row.key ?? ''}`.trim(), numbers(row)])),
  overall: numbers(overall[0]),
}));

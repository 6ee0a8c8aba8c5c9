// The figures of a pipeline report by DuckDB: node duckdb.mjs FILE THREADS [ids | RUNS]
// With `ids` it tells whether they are unique; with a number of runs also how many milliseconds it takes, at the shortest and
// in the middle, to make the figures again from the loaded table, each time as of another day.
// Columns and their types are given, so that nothing has to be found out about the file.
import { DuckDBInstance } from '@duckdb/node-api';
import { asOf, columns, measures, periodBegin, stageWeights, told } from './figures.mjs';

const [file, threads, more] = process.argv.slice(2);
const database = await DuckDBInstance.create(':memory:', { threads });
const connection = await database.connect();
const types = Object.entries(columns).map(([name, type]) => `${name}: '${type}'`).join(', ');
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();

await connection.run(`CREATE TABLE deals AS
  SELECT id, owner, team, stage, amount, forecast_category AS category, created_date, close_date, closed_date,
         stage_date, last_activity_date, next_step,
         CASE stage WHEN 'Closed Won' THEN 1 WHEN 'Closed Lost' THEN 2 ELSE 0 END AS state,
         CASE stage ${stageWeights()} END AS weight
  FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', columns = {${types}})`);

/** Groups and velocity as of so many days after the first day. */
async function figures(days) {
  const groups = await rows(`
    SELECT CASE WHEN GROUPING(stage) = 0 THEN 'stage' WHEN GROUPING(category) = 0 THEN 'category'
                WHEN GROUPING(owner) = 0 THEN 'owner' WHEN GROUPING(team) = 0 THEN 'team' ELSE 'all' END AS kind,
           coalesce(stage, category, owner, team) AS key,
           ${measures(`(DATE '${asOf}' + ${days})`, `DATE '${periodBegin}'`)}
    FROM deals GROUP BY GROUPING SETS ((stage), (category), (owner), (team), ())`);
  const velocity = await rows(`
    SELECT median(amount) AS median_amount, avg(closed_date - created_date) AS mean_cycle,
           median(closed_date - created_date) AS median_cycle FROM deals WHERE state = 1`);
  return [groups, velocity[0]];
}

const [groups, velocity] = await figures(0);
const distinct = more === 'ids' ? await rows('SELECT count(DISTINCT id) = count(id) AS unique FROM deals') : [];
const times = [];
for (let run = 0; run < Number(more); ++run) {
  const begin = performance.now();
  await figures(run);
  times.push(performance.now() - begin);
}
times.sort((a, b) => a - b);
told(groups, velocity, distinct[0]?.unique, times.length ? { shortest: times[0], median: times[times.length >> 1] } : undefined);

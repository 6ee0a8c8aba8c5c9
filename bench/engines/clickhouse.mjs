// The figures of a pipeline report by ClickHouse (chdb): node clickhouse.mjs FILE THREADS [ids]
import chdb from 'chdb';
import { asOf, columns, measures, periodBegin, stageWeights, told } from './figures.mjs';

const [file, threads, ids] = process.argv.slice(2);
const types = { VARCHAR: 'String', 'DECIMAL(18,2)': 'Decimal(18,2)', INTEGER: 'Int32', DATE: 'Nullable(Date)' };
const schema = Object.entries(columns).map(([name, type]) => `${name} ${types[type]}`).join(', ');
const session = new chdb.Session();
const settings = `SETTINGS max_threads = ${threads}, prefer_column_name_to_alias = 1`;
const rows = (sql) => JSON.parse(session.query(`${sql} ${settings}`, 'JSON')).data;

session.query('CREATE DATABASE IF NOT EXISTS bench ENGINE = Atomic');
session.query(`CREATE TABLE bench.deals ENGINE = Memory AS
  SELECT id, owner, team, stage, amount, forecast_category AS category, created_date, close_date, closed_date,
         stage_date, last_activity_date, nullIf(next_step, '') AS next_step,
         multiIf(stage = 'Closed Won', 1, stage = 'Closed Lost', 2, 0) AS state,
         CASE stage ${stageWeights()} ELSE 0 END AS weight
  FROM file('${file}', 'CSVWithNames', '${schema}') ${settings}`);
const groups = rows(`
  SELECT multiIf(GROUPING(stage) = 0, 'stage', GROUPING(category) = 0, 'category', GROUPING(owner) = 0, 'owner',
                 GROUPING(team) = 0, 'team', 'all') AS kind,
         multiIf(kind = 'stage', stage, kind = 'category', category, kind = 'owner', owner, kind = 'team', team, '') AS key,
         ${measures(`toDate('${asOf}')`, `toDate('${periodBegin}')`)}
  FROM bench.deals GROUP BY GROUPING SETS ((stage), (category), (owner), (team), ())`);
const velocity = rows(`
  SELECT quantileExactInclusive(0.5)(toFloat64(amount)) AS median_amount,
         avg(dateDiff('day', created_date, closed_date)) AS mean_cycle,
         quantileExactInclusive(0.5)(dateDiff('day', created_date, closed_date)) AS median_cycle
  FROM bench.deals WHERE state = 1`);
const distinct = ids ? rows('SELECT uniqExact(id) = count() AS unique FROM bench.deals') : [];
told(groups, velocity[0], distinct[0] === undefined ? undefined : Boolean(Number(distinct[0].unique)));

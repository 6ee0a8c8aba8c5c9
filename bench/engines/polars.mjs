// The figures of a pipeline report by Polars: node polars.mjs FILE THREADS [ids]
const [file, threads, ids] = process.argv.slice(2);
process.env.POLARS_MAX_THREADS = threads;
const { default: pl } = await import('nodejs-polars');
const { asOf, columns, periodBegin, told, weights } = await import('./figures.mjs');

const day = (text) => pl.lit(text).str.strptime(pl.Date, '%Y-%m-%d');
const types = { VARCHAR: pl.Utf8, 'DECIMAL(18,2)': pl.Float64, INTEGER: pl.Int32, DATE: pl.Date };
const schema = Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, types[type]]));
const open = pl.col('state').eq(pl.lit(0));
const won = pl.col('state').eq(pl.lit(1));
let weight = pl.lit(0);
for (const [stage, value] of Object.entries(weights)) {
  weight = pl.when(pl.col('stage').eq(pl.lit(stage))).then(pl.lit(value)).otherwise(weight);
}
const count = (condition) => condition.cast(pl.Int64).sum();
const sum = (value, condition) => pl.when(condition).then(value).otherwise(pl.lit(0)).sum();
const amount = pl.col('amount').mul(pl.lit(100)).round(0).cast(pl.Int64);
const past = open.and(pl.col('close_date').lt(day(asOf)));

const deals = pl
  .scanCSV(file, { schema, tryParseDates: false })
  .select(
    'id', 'owner', 'team', 'stage', amount.alias('amount'), pl.col('forecast_category').alias('category'),
    'created_date', 'close_date', 'closed_date', 'last_activity_date', 'next_step',
    pl.when(pl.col('stage').eq(pl.lit('Closed Won'))).then(pl.lit(1))
      .when(pl.col('stage').eq(pl.lit('Closed Lost'))).then(pl.lit(2)).otherwise(pl.lit(0)).alias('state'),
    weight.alias('weight'),
  )
  .collectSync();
const measured = [
  count(open).alias('open'), sum(pl.col('amount'), open).alias('amount'),
  sum(pl.col('amount').mul(pl.col('weight')), open).alias('weighted'), count(won).alias('won'),
  count(pl.col('state').eq(pl.lit(2))).alias('lost'),
  sum(pl.col('amount'), won.and(pl.col('closed_date').gtEq(day(periodBegin))).and(pl.col('closed_date').ltEq(day(asOf))))
    .alias('won_in_period'),
  count(past).alias('past'), sum(pl.col('amount'), past).alias('past_amount'),
  count(open.and(pl.col('next_step').isNull())).alias('no_step'),
  count(open.and(day(asOf).minus(pl.col('last_activity_date')).gt(pl.lit(14 * 86400000).cast(pl.Duration('ms'))))).alias('stale'),
];
const groups = [];
for (const kind of ['stage', 'category', 'owner', 'team']) {
  for (const row of deals.groupBy(kind).agg(...measured).toRecords()) groups.push({ kind, key: row[kind], ...row });
}
groups.push({ kind: 'all', key: null, ...deals.select(...measured).toRecords()[0] });
const closed = deals.filter(won).select(
  pl.col('amount').median().alias('median_amount'),
  pl.col('closed_date').cast(pl.Int32).minus(pl.col('created_date').cast(pl.Int32)).mean().alias('mean_cycle'),
  pl.col('closed_date').cast(pl.Int32).minus(pl.col('created_date').cast(pl.Int32)).median().alias('median_cycle'),
).toRecords()[0];
const unique = ids ? deals.getColumn('id').nUnique() === deals.height : undefined;
// Amounts are in cents here.
for (const row of groups) for (const name of ['amount', 'weighted', 'won_in_period', 'past_amount']) row[name] = Number(row[name]) / 100;
closed.median_amount /= 100;
told(groups, closed, unique);

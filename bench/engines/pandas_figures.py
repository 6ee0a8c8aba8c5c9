"""The figures of a pipeline report by pandas: pandas_figures.py FILE. Types are given, so that nothing has to be found out."""

import json
import sys

import pandas

AS_OF, PERIOD_BEGIN = pandas.Timestamp("2025-06-30"), pandas.Timestamp("2025-04-01")
WORDS = ["owner", "team", "stage", "forecast_category"]
DATES = ["created_date", "close_date", "closed_date", "last_activity_date"]
WEIGHTS = {"Prospect": 10, "Discovery": 20, "Demo": 40, "Proposal": 60, "Negotiation": 80}


def main():
    deals = pandas.read_csv(sys.argv[1], usecols=[*WORDS, *DATES, "amount", "next_step"], keep_default_na=False, na_values=[""],
                            dtype={**dict.fromkeys(WORDS, "category"), "amount": "float64", "next_step": "string"})
    for column in DATES:
        deals[column] = pandas.to_datetime(deals[column], format="%Y-%m-%d")
    is_open = ~deals.stage.isin(["Closed Won", "Closed Lost"])
    won, lost = deals.stage == "Closed Won", deals.stage == "Closed Lost"
    past = is_open & (deals.close_date < AS_OF)
    amount = deals.amount
    measures = pandas.DataFrame({
        "open": is_open, "amount": amount.where(is_open, 0),
        "weighted": (amount * deals.stage.map(WEIGHTS).astype(float).fillna(0)).where(is_open, 0), "won": won, "lost": lost,
        "won_in_period": amount.where(won & (deals.closed_date >= PERIOD_BEGIN) & (deals.closed_date <= AS_OF), 0),
        "past": past, "past_amount": amount.where(past, 0), "no_step": is_open & deals.next_step.isna(),
        "stale": is_open & ((AS_OF - deals.last_activity_date.fillna(deals.created_date)).dt.days > 14)})
    figures = {"all": measures.sum()}
    for kind, column in {"stage": "stage", "category": "forecast_category", "owner": "owner", "team": "team"}.items():
        for key, row in measures.groupby(deals[column], observed=True).sum().iterrows():
            figures[f"{kind} {key}"] = row
    cycles = (deals.closed_date - deals.created_date).dt.days[won]
    print(json.dumps({"groups": {name: {measure: float(value) for measure, value in row.items()} for name, row in figures.items()},
                      "velocity": {"median_amount": float(amount[won].median()), "mean_cycle": float(cycles.mean()),
                                   "median_cycle": float(cycles.median())}}))


if __name__ == "__main__":
    main()

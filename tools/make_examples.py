#!/usr/bin/env python3
"""Writes the sample data of examples/: the 2025 of Ambervale Systems, a fictional seller of factory quality software.

    python3 tools/make_examples.py [FOLDER]        (default: examples/ beside tools/)

The same bytes come out on every run: one seeded generator of which only random() is used, no clock, no locale.
README.md in examples/ is written by hand; everything else there is written here. What each part is there to show:

  opportunities.csv     four quarters of won, lost and open deals as seen on 2025-11-14: a win rate that depends on
                        source, competitor and type; cycles that grow with the amount; closings that bunch at the end
                        of a quarter; closed dates later than the planned close date; open deals that are overdue,
                        stale, without a next step or stuck in a stage; stage names other systems use; two currencies;
                        and the few dirty rows of add_dirt(), listed in the README
  opportunities_zh.csv  the same kind of file with Chinese headers and stages, in CNY
  opportunities_gbk.csv the same Chinese deals as a spreadsheet on a Chinese computer saves them: in GBK, with semicolons, a
                        title, ￥ and grouping, dates with slashes, a line of totals
  quotas.csv            a quota per owner and quarter: nearly met until the third, in danger in the fourth
  rates.csv             monthly rates to USD, so that every deal can be summed in one currency
  activities.csv        calls, emails, meetings, demos and proposals per weekday: some above target, some below
  accounts.csv          40 accounts with their revenue, size and recurring revenue, for account plans
  contacts.csv          who decides, supports and blocks at each account
  products.csv          list prices, for discounts
  ae.toml               the flags that the commands of the README need, as a configuration file

Who sells what to whom, and how well, is in example_company.py; this file plays the year.
"""

import argparse
import csv
import io
import math
import random
from datetime import date, timedelta
from pathlib import Path

from example_company import (ACCOUNT_FIELDS, ACCOUNTS, ALIASES, CATEGORIES, CHINESE_PRODUCTS, COMPETITORS, DAYS_TO_GO,
                             EURO_PER_DOLLAR_OF_LIST, EURO_RATES, LINES, LOSS_REASONS, LOSS_REASONS_AGAINST, NEXT_STEPS,
                             OWNER_ODDS, PRODUCT_WEIGHTS, PRODUCTS, QUOTAS, SEGMENT_ODDS, SOURCES, STAGE_DAYS, TEAM_OF,
                             TYPE_ODDS, YUAN_RATES)

AS_OF = date(2025, 11, 14)
SEED = 1279  # chosen so that quotas, win rates and coverage tell the story of the README
QUARTER_STARTS = [date(2025, 1, 1), date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1)]
CLOSED_PER_QUARTER = [50, 56, 60, 24]
OPEN_PER_STAGE = {"Prospect": 15, "Discovery": 28, "Demo/Evaluation": 29, "Proposal": 21, "Negotiation": 17}

HEADER = ("Opportunity ID,Opportunity Name,Account Name,Owner,Team,Segment,Region,Product,Stage,Amount,Currency,"
          "Forecast Category,Created Date,Close Date,Closed Date,Stage Date,Last Activity,Next Step,Next Step Date,"
          "Lead Source,Type,Competitor,Loss Reason").split(",")


class Dice:
    """The only source of chance: built on random() alone, whose sequence Python promises to keep."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def chance(self, probability):
        return self.random() < probability

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def pick(self, choices):
        return choices[int(self.random() * len(choices))]

    def deck(self, choices):
        """All the choices in a shuffled order, and again in another one: nobody is left out for long."""
        while True:
            yield from sorted(choices, key=lambda _: self.random())

    def weighted(self, weights):
        mark = self.random() * sum(weights.values())
        for choice, weight in weights.items():
            mark -= weight
            if mark < 0:
                return choice
        return choice

    def around(self, median, spread):
        """A lognormal number: half of them under the median, a long tail above."""
        return median * math.exp(spread * (sum(self.random() for _ in range(12)) - 6))


def days(count):
    return timedelta(days=count)


def weekday_before(day):
    return day - days(max(0, day.weekday() - 4))


def in_dollars(amount, currency, day):
    return amount * EURO_RATES[min(day.month, 11) - 1] if currency == "EUR" else amount


def read_accounts():
    accounts = [dict(zip(ACCOUNT_FIELDS, line.split("|"))) for line in ACCOUNTS.strip().splitlines()]
    for account in accounts:
        for field, unit in (("revenue", 1_000_000), ("employees", 1), ("current_arr", 1_000)):
            account[field] = int(account[field]) * unit
    return accounts


def new_deal(dice, account):
    """What does not depend on how the deal goes: who sells what to whom, for how much."""
    product = dice.weighted(PRODUCT_WEIGHTS)
    euro = account["region"] == "Europe"
    lines = dice.between(*LINES[account["segment"]])
    discount = dice.pick([0, 0, 5, 8, 10, 12, 15, 18, 22])
    price = PRODUCTS[product] * lines * (1 - discount / 100) * (EURO_PER_DOLLAR_OF_LIST if euro else 1)
    kind = "New Business"
    if account["current_arr"] and dice.chance(0.5):
        kind = "Renewal" if dice.chance(0.3) else "Expansion"
    if not account["name"].isascii():
        label = {"New Business": "项目", "Expansion": "扩容项目", "Renewal": "年度续约"}[kind]
        name = f"{account['name']}{CHINESE_PRODUCTS[product]}{label}"
    else:
        size = f"{lines} line{'s' if lines > 1 else ''}"
        label = {"New Business": size, "Expansion": f"+{size}", "Renewal": "renewal"}[kind]
        name = f"{account['name']} {product} {label}"
    return {
        "Opportunity Name": name, "Account Name": account["name"], "Owner": account["owner"],
        "Team": TEAM_OF[account["owner"]], "Segment": account["segment"], "Region": account["region"],
        "Product": product, "Amount": round(price / 50) * 50, "Currency": "EUR" if euro else "USD", "Type": kind,
        "Lead Source": dice.weighted({source: weight for source, (weight, _) in SOURCES.items()}),
        "Competitor": dice.weighted({rival: weight for rival, (weight, _) in COMPETITORS.items()}),
    }


def is_won(dice, deal):
    odds = (SOURCES[deal["Lead Source"]][1] + COMPETITORS[deal["Competitor"]][1] + TYPE_ODDS[deal["Type"]]
            + SEGMENT_ODDS[deal["Segment"]] + OWNER_ODDS.get(deal["Owner"], 0.0))
    return dice.chance(1 / (1 + math.exp(-odds)))


def cycle_days(dice, deal, slowness):
    """20 to 140 days; a deal four times as large takes about twice as long."""
    median = 34 * (deal["Amount"] / 20_000) ** 0.45
    return min(140, max(20, round(dice.around(median * slowness, 0.34))))


def closing_days(dice):
    """The days on which deals close, in order: nearly half of a full quarter's in its last two weeks."""
    closings = []
    for start, end, count in zip(QUARTER_STARTS, QUARTER_STARTS[1:], CLOSED_PER_QUARTER):
        last = min(end, AS_OF) - days(1)
        for _ in range(count):
            bunched = last > start + days(80) and dice.chance(0.42)
            day = weekday_before(last - days(dice.pick(range(14 if bunched else (last - start).days))))
            closings.append(max(day, start + days(1)))
    return sorted(closings)


def closed_deals(dice, accounts):
    deals = []
    for closed, account in zip(closing_days(dice), dice.deck(accounts)):
        deal = new_deal(dice, account)
        won = is_won(dice, deal)
        reason = "" if won else dice.weighted(LOSS_REASONS_AGAINST if deal["Competitor"] else LOSS_REASONS)
        slowness = {"No decision": 1.35, "Price": 1.0}.get(reason, 1.0 if won else 0.85)
        created = weekday_before(closed - days(cycle_days(dice, deal, slowness)))
        planned = closed
        if dice.chance(0.3):
            planned = max(created + days(10), weekday_before(closed - days(dice.between(6, 40))))
        if won:
            account["current_arr"] += round(in_dollars(deal["Amount"], deal["Currency"], closed))
        deals.append(deal | {
            "Stage": "Closed Won" if won else "Closed Lost", "Forecast Category": "Closed" if won else "Omitted",
            "Created Date": created, "Close Date": planned, "Closed Date": closed, "Stage Date": closed,
            "Last Activity": max(created, weekday_before(closed - days(dice.between(0, 3)))), "Loss Reason": reason})
    return deals


def expected_close(dice, stage):
    """Owners like the end of the quarter: much of what is due in early January is promised for December."""
    close = AS_OF + days(dice.between(*DAYS_TO_GO[stage]))
    if QUARTER_STARTS[4] <= close < QUARTER_STARTS[4] + days(40) and dice.chance(0.6):
        close = QUARTER_STARTS[4] - days(dice.between(1, 14))
    return weekday_before(close)


def next_step(dice, account, stage, neglected):
    if dice.chance(0.3 if neglected else 0.08):
        return "", ""
    chinese = account["owner"] == "陈静" and dice.chance(0.7)
    step = NEXT_STEPS[stage][3] if chinese else dice.pick(NEXT_STEPS[stage][:3])
    return step, weekday_before(AS_OF + days(dice.between(-6 if neglected else 1, 16)))


def open_deal(dice, account, stage):
    deal = new_deal(dice, account)
    neglected = account["owner"] == "Daniel Reyes"
    in_stage = max(1, min(75, round(dice.around(STAGE_DAYS[stage] * (1.5 if neglected else 1.0), 0.55))))
    before = sum(list(STAGE_DAYS.values())[:list(STAGE_DAYS).index(stage)]) * 1.5
    entered = weekday_before(AS_OF - days(in_stage))
    created = weekday_before(entered - days(round(dice.around(before, 0.35)))) if before else entered
    if dice.chance(0.06):
        created -= days(7 * dice.between(10, 20))  # the deals that nobody dares to close
    quiet = dice.between(15, 48) if dice.chance(0.40 if neglected else 0.12) else dice.between(0, 13)
    active = max(created, weekday_before(AS_OF - days(quiet)))
    close = expected_close(dice, stage)
    if stage in ("Demo/Evaluation", "Proposal", "Negotiation") and dice.chance(0.3 if neglected else 0.08):
        close = max(created + days(7), weekday_before(AS_OF - days(dice.between(3, 52))))
    category = dice.weighted(CATEGORIES[stage])
    if category == "Commit" and close >= QUARTER_STARTS[4]:
        category = "Best Case"
    step, step_day = next_step(dice, account, stage, neglected)
    if dice.chance(0.2) and stage in ALIASES and (stage != "Negotiation" or account["owner"] == "陈静"):
        stage = ALIASES[stage]
    return deal | {"Stage": stage, "Forecast Category": category, "Created Date": created, "Close Date": close,
                   "Stage Date": entered, "Last Activity": active, "Next Step": step, "Next Step Date": step_day}


def open_deals(dice, accounts):
    stages = [stage for stage, count in OPEN_PER_STAGE.items() for _ in range(count)]
    return [open_deal(dice, account, stage) for stage, account in zip(stages, dice.deck(accounts))]


def make_opportunities(dice, accounts):
    deals = closed_deals(dice, accounts) + open_deals(dice, accounts)
    deals.sort(key=lambda deal: deal["Created Date"])
    phases = {}
    for number, deal in enumerate(deals, start=1001):
        deal["Opportunity ID"] = f"OPP-{number}"
        name = deal["Opportunity Name"]
        phase = phases[name] = phases.get(name, 0) + 1
        if phase > 1:
            deal["Opportunity Name"] += f" phase {phase}" if name.isascii() else f"{'一二三四五六'[phase - 1]}期"
    return deals


def add_dirt(deals):
    """The twelve rows that are not clean, of the kinds that real exports have; the README lists them by id."""
    def usd_deals(stage):
        return [deal for deal in deals if deal["Stage"] == stage and deal["Currency"] == "USD"]

    for deal in usd_deals("Prospect")[1:7:2]:
        deal["Amount"] = ""
    usd_deals("Discovery")[2]["Amount"] = f"${usd_deals('Discovery')[2]['Amount']:,}.00"
    usd_deals("Discovery")[5]["Amount"] = "TBD"
    for deal in usd_deals("Discovery")[8:10]:
        deal["Stage"], deal["Forecast Category"] = "On Hold", ""
    usd_deals("Demo/Evaluation")[3]["Account Name"] += "  "
    quoted = usd_deals("Proposal")[1]
    quoted["Opportunity Name"] = f"{quoted['Account Name']}, \"Zero Defects\" programme"
    quoted["Next Step"] = "Send revised proposal\nthen call the CFO"
    impossible = next(deal for deal in usd_deals("Closed Lost") if deal["Closed Date"] > date(2025, 3, 1))
    impossible["Closed Date"] = "2025-02-30"
    repeated = usd_deals("Closed Won")[12]
    deals.insert(deals.index(repeated) + 20, dict(repeated))
    changed = usd_deals("Demo/Evaluation")[6]
    deals.insert(deals.index(changed) + 9, changed | {"Amount": changed["Amount"] + 6_000, "Stage": "Proposal"})


def make_contacts(dice, accounts):
    given = "Ada Nora Ivy Clara Hugo Owen Felix Tessa Ruth Simon Greta Paolo Ines Marco Lena Jonas Anton Sofia".split()
    family = "Hartwell Ostrow Fenwick Marlowe Quist Delacroix Varga Lindqvist Pell Castellan Haas Tamm Ferro".split()
    english = dice.deck([(f"{first} {last}", f"{first}.{last}".lower()) for first in given for last in family])
    chinese = dice.deck([(last + first, f"{first_sound}.{last_sound}")
                         for last, last_sound in zip("王李赵周吴", ["wang", "li", "zhao", "zhou", "wu"])
                         for first, first_sound in zip("磊岚敏凯霞", ["lei", "lan", "min", "kai", "xia"])])
    roles = [("Plant Manager", "Champion", "Medium"), ("Chief Financial Officer", "Economic Buyer", "High"),
             ("Head of Quality", "Champion", "High"), ("IT Architect", "Technical Evaluator", "Medium"),
             ("Procurement Lead", "Blocker", "Medium"), ("Shift Supervisor", "User", "Low")]
    rows = [["account", "name", "title", "relationship", "influence", "email"]]
    for account in accounts:
        first_role = dice.between(0, 5)
        for position in range({"SMB": 2, "Mid-Market": 3, "Enterprise": 4}[account["segment"]]):
            name, mailbox = next(english if account["name"].isascii() else chinese)
            rows.append([account["name"], name, *roles[(first_role + position) % 6], f"{mailbox}@example.com"])
    return rows


def make_activities(dice):
    usual = {"call": 50, "email": 102, "meeting": 2.9, "demo": 1.0, "proposal": 0.45}  # per weekday
    energy = dict(zip(TEAM_OF, [1.12, 0.72, 1.0, 0.94, 1.05, 1.18]))
    rows = [["date", "owner", "type", "count"]]
    for offset in range((AS_OF - QUARTER_STARTS[3]).days + 1):
        day = QUARTER_STARTS[3] + days(offset)
        for owner in TEAM_OF if day.weekday() < 5 else []:
            if dice.chance(0.04):
                continue  # a day off leaves no rows
            for kind, mean in usual.items():
                count = int(dice.around(mean * energy[owner], 0.18 if mean > 10 else 0.4) + dice.random())
                rows += [[day, owner, kind, count]] if count else []
    return rows


def make_chinese_opportunities(dice, accounts):
    header = ("商机编号,商机名称,客户名称,负责人,团队,产品,销售阶段,金额,币种,预测类别,创建日期,预计成交日期,实际成交日期,"
              "阶段变更日期,最近活动日期,下一步,线索来源,竞争对手,丢单原因").split(",")
    counts = {"潜在客户开发": 2, "需求挖掘": 4, "演示/评估": 3, "提案": 3, "谈判": 2, "成单": 3, "丢单": 3}
    stages = [stage for stage, count in counts.items() for _ in range(count)]
    english = dict(zip(counts, STAGE_DAYS))
    categories = dict(zip(english, ["潜在机会", "活跃商机", "活跃商机", "大概率成交", "确定成交"]))
    buyers = [account["name"] for account in accounts if not account["name"].isascii()]
    rows = []
    for number, stage in enumerate(stages, start=1):
        account, product = dice.pick(buyers), dice.pick(list(CHINESE_PRODUCTS.values()))
        amount = dice.between(12, 96) * 5_000
        created = weekday_before(AS_OF - days(dice.between(50, 120)))
        entered = weekday_before(AS_OF - days(dice.between(2, 40)))
        closed = stage in ("成单", "丢单")
        close = entered if closed else expected_close(dice, english[stage])
        active = entered if closed else max(entered, weekday_before(AS_OF - days(dice.between(0, 18))))
        step = "" if closed or number == 7 else NEXT_STEPS[english[stage]][3]
        rows.append([f"SJ-{number:03}", f"{account}{product}项目", account, dice.pick(["陈静", "许航"]), "华东区", product,
                     stage, f"¥{amount:,}.00" if number == 5 else amount, "CNY",
                     "已关闭" if closed else categories[stage], created, close, entered if closed else "", entered,
                     active, step, dice.pick(["老客户推荐", "市场活动", "主动开发", "官网咨询"]),
                     dice.pick(["", "", "Gridlook", "Corvane"]),
                     dice.pick(["价格", "预算不足", "无决策"]) if stage == "丢单" else ""])
    return [header] + rows


def as_saved_by_a_spreadsheet(rows):
    """The Chinese deals without the column of currencies, every cell as it looked on the screen."""
    header, *deals = rows
    amount, currency = header.index("金额"), header.index("币种")
    total = 0

    def shown(cell):
        if isinstance(cell, date):
            return f"{cell.year}/{cell.month}/{cell.day}"
        return f"￥{cell:,}.00" if isinstance(cell, int) else str(cell).replace("¥", "￥")  # GBK has the fullwidth one alone

    saved = [["华东区商机导出 2025-11-14"], header]
    for deal in deals:
        saved.append([shown(cell) for cell in deal])
        total += int(float(str(deal[amount]).lstrip("¥").replace(",", "")))
    saved.append(["合计", *[""] * (amount - 1), f"￥{total:,}.00", *[""] * (len(header) - amount - 1)])
    return [row[:currency] + row[currency + 1:] if len(row) > 1 else row for row in saved]


def as_csv(rows, delimiter=",", line_end="\n"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue()


CONFIGURATION = """\
# The flags of the sample: run ae in this folder, or give it --config examples/ae.toml.
# File names are relative to this file.
data = ["opportunities.csv"]
quotas = "quotas.csv"
rates = "rates.csv"
currency = "USD"
as-of = 2025-11-14
quarter = "2025-Q4"
"""


def make_files():
    """Every generated file by name, as bytes."""
    accounts = read_accounts()
    deals = make_opportunities(Dice(SEED), accounts)
    add_dirt(deals)
    quotas = [[owner, TEAM_OF[owner], f"2025-Q{quarter}", quota * 1_000]
              for owner, per_quarter in QUOTAS.items() for quarter, quota in enumerate(per_quarter, start=1)]
    rates = [[date(2025, month, 1), currency, "USD", f"{rate:.4f}"]
             for currency, monthly in (("EUR", EURO_RATES), ("CNY", YUAN_RATES))
             for month, rate in enumerate(monthly, start=1)]
    chinese = make_chinese_opportunities(Dice(7), accounts)
    tables = {
        "opportunities.csv": [HEADER] + [[deal.get(label, "") for label in HEADER] for deal in deals],
        "opportunities_zh.csv": chinese,
        "quotas.csv": [["owner", "team", "period", "quota"]] + quotas,
        "rates.csv": [["date", "from", "to", "rate"]] + rates,
        "activities.csv": make_activities(Dice(11)),
        "accounts.csv": [ACCOUNT_FIELDS] + [[account[field] for field in ACCOUNT_FIELDS] for account in accounts],
        "contacts.csv": make_contacts(Dice(13), accounts),
        "products.csv": [["product", "list_price"]] + [list(item) for item in PRODUCTS.items()],
    }
    texts = {name: as_csv(rows) for name, rows in tables.items()} | {"ae.toml": CONFIGURATION}
    saved = as_csv(as_saved_by_a_spreadsheet(chinese), ";", "\r\n")
    return {name: text.encode("utf-8") for name, text in texts.items()} | {"opportunities_gbk.csv": saved.encode("gbk")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parent.parent / "examples")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in make_files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()

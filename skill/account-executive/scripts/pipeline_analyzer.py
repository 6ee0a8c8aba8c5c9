#!/usr/bin/env python3
"""Open pipeline, coverage, ageing and velocity of a file of opportunities: `ae pipeline`. Other flags go on to ae."""

import argparse

import ae_program


def with_familiar_names(answer: dict) -> dict:
    """ae's answer, and its figures under the names of other analyzers; SKILL.md says where theirs differ."""
    result = answer["result"]
    return answer | {
        "total_opportunities": result["open"]["count"],
        "total_pipeline_value": result["open"]["amount"],
        "weighted_pipeline_value": result["open"]["weighted"],
        "coverage_ratio": result["coverage"]["total"],
        "stage_summary": {row["stage"]: row for row in result["by_stage"]},
        "aging_alerts": result["ageing"],
        "velocity_metrics": result["velocity"],
        "forecast": {row["category"]: row for row in result["by_category"]},
    }


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--data", required=True, help="CSV, workbook or JSON of opportunities")
parser.add_argument("--json", action="store_true", help="the answer as JSON")
known, others = parser.parse_known_args()
ae_program.run(["pipeline", *ae_program.data("--data", known.data), *others], known.json, with_familiar_names)

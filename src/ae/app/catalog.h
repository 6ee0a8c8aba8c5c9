#pragma once

#include <string_view>
#include <vector>

#include "ae/app/operation.h"
#include "ae/forecast/backtest_report.h"
#include "ae/forecast/forecast_report.h"
#include "ae/report/coverage_report.h"
#include "ae/report/discount_simulation.h"
#include "ae/report/hygiene_report.h"
#include "ae/report/next_report.h"
#include "ae/report/overview_report.h"
#include "ae/report/pipeline_report.h"
#include "ae/report/report.h"
#include "ae/report/win_loss_report.h"

namespace ae::app {

/// Every report, in the order of help. A line here puts it on every surface and under every law.
// clang-format off
using AllReports = report::ReportList<
    report::PipelineReport,
    report::CoverageReport,
    report::HygieneReport,
    report::NextReport,
    forecast::ForecastReport,
    forecast::BacktestReport,
    report::WinLossReport,
    report::DiscountSimulationReport,
    report::OverviewReport>;
// clang-format on

/// Every operation, in the order of help.
const std::vector<Operation>& catalog();

/// The operation of this name; nullptr when there is none.
const Operation* find_operation(std::string_view name);

}  // namespace ae::app

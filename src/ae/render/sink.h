#pragma once

#include <functional>
#include <string_view>

namespace ae::render {

/// Where finished bytes go, piece by piece and in order.
using Sink = std::function<void(std::string_view)>;

/// Bytes that are gathered before they are handed on.
inline constexpr std::size_t kPiece = 65'536;

}  // namespace ae::render

// What {fmt} keeps out of its headers, compiled here: Debian has it as a shared library only, which every
// start would pay for, and which brings a second libstdc++ into a program that has its own.

#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {

template auto thousands_sep_impl<char>(locale_ref) -> thousands_sep_result<char>;
template auto decimal_point_impl<char>(locale_ref) -> char;

}  // namespace detail
FMT_END_NAMESPACE

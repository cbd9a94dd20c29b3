// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Words as people type them, folded by base/tekst: how well one fits another, and what it may stand for.
namespace damwand::zoek {

/// How well `getypt` fits `woord`, 0–1: 1 the same, less for its beginning (`half`) and for one or two edits
/// (Damerau's, adjacent letters swapped count as one; optimal string alignment). Words with a digit are never forgiven
/// an edit.
[[nodiscard]] float gelijkenis(std::string_view getypt, std::string_view woord) noexcept;

/// Words of a folded name in the form they are compared in: "dr" → "doctor", "st" → "sint".
[[nodiscard]] std::vector<std::string> naamwoorden(std::string_view gevouwen);
/// What a typed word may stand for: itself, "kerkstr" → "kerkstraat", "burg" → "burgemeester".
[[nodiscard]] std::vector<std::string> varianten(const std::string& woord);
/// van, de, 't: they help to tell names apart, but nobody must type them.
[[nodiscard]] bool is_zwak(std::string_view woord) noexcept;
/// What a word counts for beside the others: little for the weak ones, less for an initial.
[[nodiscard]] float gewicht(std::string_view woord) noexcept;
/// Edits forgiven in a typed word of this length.
[[nodiscard]] int toegestaan(std::string_view getypt) noexcept;
/// Which letters and digits occur, a bit each: for a quick no.
[[nodiscard]] std::uint64_t letters_van(std::string_view woord) noexcept;

}  // namespace damwand::zoek

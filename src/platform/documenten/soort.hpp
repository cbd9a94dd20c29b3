// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "platform/documenten/ontleder/ontleder.hpp"

namespace damwand::documenten {

using ontleder::Soort;

/// What a file is called and is: the last extension of its name, held against its first bytes. Throws Fout (400) that
/// says what is refused: `bestandsnaam-ongeldig`, `bestandssoort-onbekend` or `inhoud-past-niet`.
/// A name is 1 to 200 characters on one line, without path, control or direction characters.
[[nodiscard]] Soort eis_soort(std::string_view naam, std::string_view begin);
/// The name percent-decoded (RFC 8187 characters without the charset); throws `bestandsnaam-ongeldig`.
[[nodiscard]] std::string lees_naam(std::string_view ruw);
[[nodiscard]] std::string_view mediatype(Soort soort) noexcept;
/// Content-Disposition: always an attachment, the name in both spellings of RFC 6266.
[[nodiscard]] std::string bijlage(std::string_view naam);

}  // namespace damwand::documenten

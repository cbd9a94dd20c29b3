// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <string_view>

namespace damwand::graph {

struct Attribuut {
    std::string_view naam, waarde;  ///< without namespace
};

/// Hears the elements of an XML document, by their local names. What it throws reaches the caller.
class Xmlafnemer {
  public:
    virtual ~Xmlafnemer() = default;
    virtual void begin(std::string_view naam, std::span<const Attribuut> attributen, std::uint64_t regel) = 0;
    virtual void tekst(std::string_view stuk) = 0;
    virtual void einde(std::string_view naam) = 0;
};

/// Reads a whole document with libxml2's SAX2, in pieces: no DOCTYPE, no entities but the five of XML itself, no network, at most 32
/// elements deep and 64 attributes. `gelezen` hears the bytes so far. Throws Fout "graaf-xml", "graaf-doctype" or "graaf-te-groot" with file
/// and line.
void lees_xml(std::istream& in, const std::string& bestand, Xmlafnemer& afnemer, const std::function<void(std::uint64_t)>& gelezen);

/// With the five characters written as XML wants them.
[[nodiscard]] std::string xml_tekst(std::string_view tekst);

}  // namespace damwand::graph

// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <zip.h>

#include <stdexcept>
#include <string>
#include <string_view>

/// For tests: what an ODT says.
namespace damwand::proef {

/// One part of it.
inline std::string inhoud_van_odt(const std::string& bytes, const char* naam = "content.xml") {
    zip_error_t fout;
    zip_error_init(&fout);
    auto* zip = zip_open_from_source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &fout), ZIP_RDONLY, &fout);
    if (zip == nullptr) throw std::runtime_error("no zip");
    auto* deel = zip_fopen(zip, naam, 0);
    std::string uit;
    for (char blok[16384]; const auto n = zip_fread(deel, blok, sizeof blok);) uit.append(blok, static_cast<std::size_t>(n));
    zip_fclose(deel);
    zip_discard(zip);
    return uit;
}

/// The words of content.xml, a line for each paragraph.
inline std::string tekst_van_odt(const std::string& bytes) {
    std::string uit;
    bool teken = false;
    std::string naam;
    for (const char c : inhoud_van_odt(bytes)) {
        if (c == '<') {
            teken = true;
            naam.clear();
        } else if (c == '>') {
            teken = false;
            if (naam == "/text:p" || naam == "/text:h" || naam.starts_with("text:line-break")) uit += '\n';
        } else if (teken) {
            naam += c;
        } else {
            uit += c;
        }
    }
    for (const auto& [van, naar] : {std::pair<std::string_view, std::string_view>{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
        for (auto plek = uit.find(van); plek != std::string::npos; plek = uit.find(van, plek + 1)) uit.replace(plek, van.size(), naar);
    }
    return uit;
}

}  // namespace damwand::proef

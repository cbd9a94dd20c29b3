// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "platform/documenten/keurmeester.hpp"
#include "platform/documenten/ontleder/proefbestanden.hpp"
#include "platform/documenten/opslag.hpp"
#include "steun/werkmap.hpp"

namespace damwand::proef {

/// For tests: a folder with a master key, a key store, a store and signatures of our own; gone afterwards.
struct Documentplek {
    Werkmap werkmap{std::filesystem::perms(0055)};  // ClamAV reads its signatures as nobody
    const std::filesystem::path& map = werkmap.pad();
    toegang::Zegel zegel{map / "sleutels" / "meester"};
    documenten::Sleutels sleutels{map / "sleutels" / "dossiers", zegel};
    documenten::Opslag opslag{map / "documenten", sleutels};
    documenten::Gereedschap gereedschap{.ontleder = {}, .signaturen = map / "signaturen"};

    /// `ontleder`: the sandboxed program of this build.
    explicit Documentplek(const std::filesystem::path& ontleder) {
        gereedschap.ontleder = ontleder;
        std::filesystem::create_directory(map / "signaturen");
        std::ofstream(map / "signaturen" / "proef.ndb") << signaturen();
    }
    Documentplek(const Documentplek&) = delete;
    Documentplek& operator=(const Documentplek&) = delete;

    std::shared_ptr<documenten::Opvang> opgevangen(const std::string& inhoud) {
        auto uit = opslag.vang_op();
        for (std::size_t i = 0; i < inhoud.size(); i += 50'000) uit->neem(std::string_view(inhoud).substr(i, 50'000));
        return uit;
    }
    [[nodiscard]] static std::string alles(http::Inhoud& inhoud) {
        std::string uit;
        for (auto stuk = inhoud.haal(); !stuk.empty(); stuk = inhoud.haal()) uit += stuk;
        return uit;
    }
    /// Every byte that stands on disk below this folder.
    [[nodiscard]] static std::string bytes(const std::filesystem::path& waar) {
        std::string uit;
        for (const auto& item : std::filesystem::recursive_directory_iterator(waar)) {
            if (!item.is_regular_file()) continue;
            std::ifstream in(item.path(), std::ios::binary);
            uit.append(std::istreambuf_iterator<char>(in), {});
        }
        return uit;
    }
};

}  // namespace damwand::proef

// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/sbi.hpp"

#include <set>

#include "werk/register/store.hpp"

namespace damwand::registers {

std::vector<SbiOmzetting> sbi_omzettingen(db::Transactie& tx, const std::vector<Bedrijfsactiviteit>& activiteiten) {
    std::vector<SbiOmzetting> uit;
    for (const int uitgave : {2008, 2025}) {
        std::set<std::string> codes;
        for (const auto& a : activiteiten) {
            if (a.uitgave == uitgave) codes.insert(a.code);
        }
        if (codes.empty()) continue;
        for (auto& [code, andere] : zoek_sbi(tx, uitgave, {codes.begin(), codes.end()})) {
            if (uit.empty() || uit.back().code != code || uit.back().uitgave != uitgave) uit.push_back({.code = std::move(code), .uitgave = uitgave, .codes = {}});
            uit.back().codes.push_back(std::move(andere));
        }
    }
    return uit;
}

}  // namespace damwand::registers

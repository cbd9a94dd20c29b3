// SPDX-License-Identifier: EUPL-1.2
#include "base/fout.hpp"
#include "werk/register/store.hpp"

namespace damwand::registers {

void vervang_sbi(db::Transactie& tx, const Sbiparen& paren) {
    std::vector<std::string> oud, nieuw;
    for (const auto& [o, n] : paren) {
        oud.push_back(o);
        nieuw.push_back(n);
    }
    tx.doe("delete from register.sbi_omzetting");
    tx.doe("insert into register.sbi_omzetting (oud, nieuw) select * from unnest($1::text[], $2::text[])", oud, nieuw);
}

void leg_sbi_vast(db::Transactie& tx, Sbiverslag& verslag, const Bron& bron) {
    boost::json::array afgekeurd;
    for (const auto& a : verslag.afkeuringen) afgekeurd.push_back(boost::json::object{{"regel", a.regel}, {"reden", a.reden}});
    // One load at a time (begin_lading), so the next number is free.
    verslag.lading = tx.een("select coalesce(max(id), 0) + 1 as id from register.sbi_lading")[0].veld<int>("id");
    tx.doe("insert into register.sbi_lading (id, operatie, klaar, bron, gelezen, opgeslagen, afgekeurd) values ($1, basis.operatie(), basis.tik(), $2::jsonb, $3, $4, $5::jsonb)", verslag.lading,
           boost::json::value{{"naam", bron.naam}, {"bytes", bron.bytes}, {"sha256", bron.sha256}, {"oud", verslag.oud}, {"nieuw", verslag.nieuw}}, verslag.gelezen, verslag.opgeslagen,
           boost::json::value(std::move(afgekeurd)));
    tx.doe("select register.ververs_statistiek(array['sbi_omzetting', 'sbi_lading'])");
    schrijf_logregel(tx, "sbiLaden", "registers-raadplegen", "gelukt", 200, std::nullopt);
}

Sbiparen zoek_sbi(db::Transactie& tx, int uitgave, const std::vector<std::string>& codes) {
    // The table holds a few thousand pairs, and a page asks for a few codes.
    static constexpr std::string_view van_2008 =
        "select v.code, o.nieuw as andere from unnest($1::text[]) v (code) join register.sbi_omzetting o on o.oud = v.code"
        " or o.oud like v.code || '%' and not exists (select from register.sbi_omzetting heel where heel.oud = v.code) group by 1, 2 order by 1, 2";
    static constexpr std::string_view van_2025 = "select nieuw as code, oud as andere from register.sbi_omzetting where nieuw = any ($1::text[]) order by 1, 2";
    Sbiparen uit;
    for (const auto rij : tx.doe(std::string(uitgave == 2008 ? van_2008 : van_2025), codes)) uit.emplace_back(rij.veld<std::string>("code"), rij.veld<std::string>("andere"));
    return uit;
}

}  // namespace damwand::registers
